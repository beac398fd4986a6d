import type { Clock, Shop } from '@langganan/core'
import { nodeHandler } from '@langganan/whatsapp/node'
import express, { type Express } from 'express'
import { apiGuard } from './http/guard.ts'
import { type Log, logRequests } from './http/log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { pageRoutes } from './page/page-routes.ts'
import type { Play } from './play/play.ts'
import { api } from './routes/api.ts'
import type { WhatsAppLine } from './whatsapp-line.ts'

export interface AppOptions {
  readonly shop: Shop
  readonly clock: Clock
  /** What programs bear and people give as their password; without one only this machine is served. */
  readonly apiKey: string | undefined
  /** The shop's WhatsApp number, if it has one. */
  readonly line: WhatsAppLine | undefined
  readonly play: Play | undefined
  readonly log: Log
}

/** The whole app; it listens nowhere yet. */
export function createApp(options: AppOptions): Express {
  const { shop, apiKey, line, log } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(logRequests(log), securityHeaders)
  // Before anything that reads bodies: the signature is over the bytes as they came.
  if (line !== undefined) app.all('/webhook', nodeHandler(line.webhook))
  app.use('/api', api(shop, line?.channel, apiGuard(apiKey)))
  app.use(pageRoutes(options))
  return app
}
