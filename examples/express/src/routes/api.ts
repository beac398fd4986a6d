import type { Shop } from '@langganan/core'
import type { WhatsAppChannel } from '@langganan/whatsapp/outbound'
import express, { type RequestHandler, type Router } from 'express'
import { answerApiErrors, noSuchRoute } from '../http/api-errors.ts'
import { Problem } from '../http/problem.ts'
import { customerRoutes } from './customers.ts'
import { deadLetterRoutes } from './dead-letters.ts'
import { labelRoutes } from './labels.ts'
import { messageRoutes } from './messages.ts'
import { monitoringRoutes } from './monitoring.ts'
import { orderRoutes } from './orders.ts'
import { segmentRoutes } from './segments.ts'

/** The REST API. It speaks JSON only; a department is a file and a line here. */
export function api(
  shop: Shop,
  channel: WhatsAppChannel | undefined,
  guard: RequestHandler,
): Router {
  const routes = express.Router()
  routes.use(guard, jsonOnly, express.json({ limit: '1mb' }))
  routes.use(
    monitoringRoutes(shop),
    customerRoutes(shop),
    orderRoutes(shop),
    segmentRoutes(shop),
    labelRoutes(shop),
    deadLetterRoutes(shop),
  )
  if (channel !== undefined) routes.use(messageRoutes(shop, channel))
  routes.use(noSuchRoute, answerApiErrors)
  return routes
}

/** Other types a page of somebody else's could send without asking first. */
const jsonOnly: RequestHandler = (request, _response, next) => {
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
  if (isWrite && request.is('application/json') === false) {
    throw new Problem('BODY_NOT_JSON', 'Send the body as content-type application/json.')
  }
  next()
}
