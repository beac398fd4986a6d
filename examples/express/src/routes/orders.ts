import type { SaleInput, SettleInput, Shop } from '@langganan/core'
import express, { type Router } from 'express'
import { z } from 'zod'
import { keyOf } from '../http/idempotency-key.ts'
import { given, instant } from '../http/input.ts'
import { customerOnTheSpot } from './customer-input.ts'

const text = z.string('expected text')
const number = z.number('expected a number')

const common = {
  at: instant.optional(),
  method: text.optional(),
  note: text.nullish(),
  rate: text.optional(),
}

const line = z.strictObject({
  product: text,
  category: text.nullish(),
  colour: text.nullish(),
  size: text.nullish(),
  quantity: number,
  price: number,
  discount: number.optional(),
  total: number.optional(),
})

const charge = z.strictObject({
  kind: z.enum(
    ['shipping', 'tax', 'rounding', 'other'],
    'expected shipping, tax, rounding or other',
  ),
  amount: number,
})

/** An order without its number, which the header may give too. */
const order: z.ZodType<Omit<SaleInput, 'orderId'> & { readonly orderId?: string | undefined }> =
  z.strictObject({
    customer: z.union(
      [text, customerOnTheSpot],
      'expected the id of a customer, or an object with name and phone',
    ),
    orderId: text.optional(),
    ...common,
    lines: z.array(line, 'expected a list of lines'),
    charges: z.array(charge).optional(),
    currency: text.optional(),
    discount: number.optional(),
    dueDate: text.nullish(),
    paid: z
      .union(
        [number, z.literal(true)],
        'expected minor units, true for all, or 0 for nothing (or leave it out)',
      )
      .optional(),
  })

const payment: z.ZodType<Omit<SettleInput, 'orderId'>> = z.strictObject({
  amount: number,
  reference: text.nullish(),
  ...common,
})

/** Who bought what, and who paid. Amounts are minor units. */
export function orderRoutes(shop: Shop): Router {
  const routes = express.Router()

  routes.post('/orders', async (request, response) => {
    const body = given(order, request.body)
    // The number is what makes an order the same one; where it is missing, the shop says so.
    const orderId = keyOf(request, body.orderId) ?? ''
    const recorded = await shop.transactions.record({ ...body, orderId })
    response
      .status(201)
      .location(`/api/orders/${encodeURIComponent(recorded.orderId)}`)
      .json(recorded)
  })
  routes.get('/orders/:orderId', async ({ params: { orderId } }, response) => {
    response.json(await shop.transactions.get(orderId))
  })
  routes.get('/orders/:orderId/payments', async ({ params: { orderId } }, response) => {
    response.json({ rows: await shop.transactions.payments(orderId) })
  })
  routes.post('/orders/:orderId/payments', async (request, response) => {
    const { orderId } = request.params
    const body = given(payment, request.body)
    const reference = keyOf(request, body.reference)
    response.status(201).json(await shop.transactions.pay({ ...body, orderId, reference }))
  })
  return routes
}
