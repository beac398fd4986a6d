import type { Shop } from '@langganan/core'
import express, { type Router } from 'express'
import { z } from 'zod'
import { expectNoKey } from '../http/idempotency-key.ts'
import { given, numberText } from '../http/input.ts'
import { customerChanges, newCustomer } from './customer-input.ts'
import { pageQuery, where } from './page-input.ts'

const listQuery = z.strictObject({
  where: where.optional(),
  view: z.string().optional(),
  ...pageQuery,
})
const searchQuery = z.strictObject({ query: z.string(), limit: numberText.optional() })

const instead =
  'A customer is known by phone, e-mail address or number: the same again is CUSTOMER_ALREADY_EXISTS.'

/** Who the customers are, and what is known of each. */
export function customerRoutes(shop: Shop): Router {
  const routes = express.Router()

  routes.get('/customers', async ({ query }, response) => {
    response.json(await shop.customers.list(given(listQuery, query)))
  })
  routes.post('/customers', async (request, response) => {
    expectNoKey(request, instead)
    const customer = await shop.customers.add(given(newCustomer, request.body))
    response.status(201).location(`/api/customers/${customer.id}`).json(customer)
  })
  routes.get('/customers/search', async ({ query }, response) => {
    const { query: text, limit } = given(searchQuery, query)
    response.json({ rows: await shop.customers.search(text, { limit }) })
  })
  routes.get('/customers/:id', async ({ params: { id } }, response) => {
    const [customer, value, window] = await Promise.all([
      shop.customers.get(id),
      shop.value.of(id),
      shop.interactions.window(id),
    ])
    response.json({ ...customer, value, window })
  })
  routes.patch('/customers/:id', async (request, response) => {
    expectNoKey(request, 'The same change again changes nothing: it can be sent again as it is.')
    const changes = given(customerChanges, request.body)
    response.json(await shop.customers.edit(request.params.id, changes))
  })
  routes.get('/customers/:id/orders', async ({ params: { id } }, response) => {
    response.json({ rows: await shop.transactions.of(id) })
  })
  routes.get('/customers/:id/payments', async ({ params: { id } }, response) => {
    response.json({ rows: await shop.transactions.paymentsOf(id) })
  })
  routes.get('/customers/:id/labels', async ({ params: { id } }, response) => {
    response.json(await shop.labels.of(id))
  })
  routes.get('/customers/:id/events', async ({ params: { id } }, response) => {
    await shop.customers.get(id)
    response.json({ rows: await shop.events.of(id) })
  })
  return routes
}
