import type { Shop } from '@langganan/core'
import express, { type Router } from 'express'
import { z } from 'zod'
import { expectNoKey } from '../http/idempotency-key.ts'
import { given, numberText } from '../http/input.ts'

const listQuery = z.strictObject({
  settled: z
    .enum(['true', 'false'], 'expected true or false')
    .transform((text) => text === 'true')
    .optional(),
  limit: numberText.optional(),
  after: z.string().optional(),
})
const settled = z.strictObject({
  outcome: z.enum(['applied', 'discarded'], 'expected applied or discarded'),
})

/** What came from WhatsApp and could not be taken in. What it says is not shown: it is somebody's words. */
export function deadLetterRoutes(shop: Shop): Router {
  const routes = express.Router()

  routes.get('/dead-letters', async ({ query }, response) => {
    response.json(await shop.deadLetters.list(given(listQuery, query)))
  })
  routes.post('/dead-letters/:id/settle', async (request, response) => {
    expectNoKey(request, 'A letter that was settled stays as it was.')
    const { outcome } = given(settled, request.body)
    response.json(await shop.deadLetters.settle(request.params.id, outcome))
  })
  return routes
}
