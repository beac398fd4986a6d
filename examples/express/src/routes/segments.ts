import type { Shop } from '@langganan/core'
import { parse, print } from '@langganan/core/segments/text'
import express, { type Router } from 'express'
import { z } from 'zod'
import { expectNoKey } from '../http/idempotency-key.ts'
import { given } from '../http/input.ts'
import { pageQuery, where } from './page-input.ts'

const locale = z.enum(['en', 'id'], 'expected en or id').optional()
const whereQuery = z.strictObject({ where })
const sentenceQuery = z.strictObject({ where, locale })
const membersQuery = z.strictObject({ where, ...pageQuery })
const explainQuery = z.strictObject({
  where,
  customer: z.string('expected the id of a customer'),
  locale,
})
const newSegment = z.strictObject({
  name: z.string('expected text'),
  where,
  tracked: z.boolean('expected true or false').optional(),
})

/** Segments, and predicates in text form that are not saved: `where` is either. */
export function segmentRoutes(shop: Shop): Router {
  const routes = express.Router()

  routes.get('/segments', async (_request, response) => {
    response.json({ rows: await shop.segments.list() })
  })
  routes.post('/segments', async (request, response) => {
    expectNoKey(request, 'A segment is known by its name: the same again is NAME_TAKEN.')
    const segment = await shop.segments.create(given(newSegment, request.body))
    response.status(201).location(`/api/segments/${segment.id}`).json(segment)
  })
  routes.get('/segments/check', async ({ query }, response) => {
    const { where: text, locale } = given(sentenceQuery, query)
    const catalogue = await shop.segments.catalogue()
    const predicate = parse(text, catalogue)
    const sentence = await shop.segments.describe(predicate, { locale })
    response.json({ predicate, text: print(predicate, catalogue), sentence })
  })
  routes.get('/segments/count', async ({ query }, response) => {
    response.json({ count: await shop.segments.count(given(whereQuery, query).where) })
  })
  routes.get('/segments/members', async ({ query }, response) => {
    const { where: text, ...page } = given(membersQuery, query)
    response.json(await shop.segments.members(text, page))
  })
  routes.get('/segments/explain', async ({ query }, response) => {
    const { where: text, customer, locale } = given(explainQuery, query)
    response.json(await shop.segments.explain(text, customer, { locale }))
  })
  routes.get('/segments/:segment', async ({ params: { segment } }, response) => {
    const found = await shop.segments.get(segment)
    const text = print(found.where, await shop.segments.catalogue())
    response.json({ ...found, text, count: await shop.segments.count(found.id) })
  })
  return routes
}
