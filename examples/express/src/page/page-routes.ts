import { readFileSync } from 'node:fs'
import type { Shop } from '@langganan/core'
import express, { type Router } from 'express'
import { z } from 'zod'
import { pageGuard } from '../http/guard.ts'
import { given } from '../http/input.ts'
import { sameOriginOnly } from '../http/same-origin.ts'
import type { Play } from '../play/play.ts'
import type { WhatsAppLine } from '../whatsapp-line.ts'
import { answerRoutes } from './answer-routes.ts'
import { customerCard } from './customer-card.ts'
import { customerList } from './customer-list.ts'
import { languageOf } from './language.ts'
import { overview } from './overview.ts'
import { answerPageErrors, noSuchPage } from './page-errors.ts'
import { playRoutes } from './play-routes.ts'
import { type ViewFor, viewOf } from './view.ts'

const style = readFileSync(new URL('style.css', import.meta.url))
const icon = readFileSync(new URL('icon.svg', import.meta.url))

const listQuery = z.object({
  query: z.string().trim().max(500).default(''),
  label: z.string().optional(),
  after: z.string().optional(),
})

export interface PageOptions {
  readonly shop: Shop
  /** What people give as their password; without one only this machine is served. */
  readonly apiKey: string | undefined
  /** The shop's WhatsApp number, if it has one. */
  readonly line: WhatsAppLine | undefined
  readonly play: Play | undefined
}

/** The pages, made on the server. */
export function pageRoutes({ shop, apiKey, line, play }: PageOptions): Router {
  const routes = express.Router()
  const hasPlay = play !== undefined
  const viewFor: ViewFor = (request, response) =>
    viewOf(shop, { language: languageOf(request, response), path: request.path, hasPlay })

  routes.get('/style.css', (_request, response) => {
    response.type('css').send(style)
  })
  routes.get('/icon.svg', (_request, response) => {
    response.type('svg').send(icon)
  })
  routes.use(pageGuard(apiKey), sameOriginOnly, express.urlencoded({ limit: '64kb' }))
  routes.get('/', async (request, response) => {
    const view = viewFor(request, response)
    response.send((await overview(shop, view, line?.channel.businessNumber)).toString())
  })
  routes.get('/customers', async (request, response) => {
    const list = given(listQuery, request.query)
    response.send((await customerList(shop, viewFor(request, response), list)).toString())
  })
  routes.get('/customers/:id', async (request, response) => {
    const { params, query } = request
    const view = viewFor(request, response)
    response.send((await customerCard(shop, view, params.id, line?.channel, query)).toString())
  })
  if (line !== undefined) routes.use(answerRoutes(shop, line, play))
  if (play !== undefined) routes.use(playRoutes(shop, play, viewFor))
  routes.use(noSuchPage, answerPageErrors(viewFor))
  return routes
}
