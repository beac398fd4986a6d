import type { LabelEventInput, Shop } from '@langganan/core'
import express, { type Router } from 'express'
import { z } from 'zod'
import { keyOf } from '../http/idempotency-key.ts'
import { given, instant, numberText } from '../http/input.ts'
import { where } from './page-input.ts'

const text = z.string('expected text')
const boardQuery = z.strictObject({ where: where.optional(), limit: numberText.optional() })
const reportQuery = z.strictObject({
  where: where.optional(),
  from: instant.optional(),
  to: instant.optional(),
})
const labelEvent: z.ZodType<LabelEventInput> = z.strictObject({
  customer: text,
  label: text,
  source: text.optional(),
  change: z.enum(['added', 'removed'], 'expected added or removed'),
  at: instant.optional(),
  by: text.nullish(),
  eventId: text.nullish(),
})

/** Marks on customers, who put them there, and what came of it. */
export function labelRoutes(shop: Shop): Router {
  const routes = express.Router()

  routes.get('/labels', async (_request, response) => {
    response.json({ rows: await shop.labels.list() })
  })
  routes.get('/labels/board', async ({ query }, response) => {
    response.json({ columns: await shop.labels.board(given(boardQuery, query)) })
  })
  routes.get('/labels/report', async ({ query }, response) => {
    response.json(await shop.reports.labels(given(reportQuery, query)))
  })
  routes.post('/labels/events', async (request, response) => {
    const body = given(labelEvent, request.body)
    const eventId = keyOf(request, body.eventId)
    response.status(201).json(await shop.labels.record({ ...body, eventId }))
  })
  return routes
}
