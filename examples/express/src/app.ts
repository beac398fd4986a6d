import { nodeHandler } from '@langganan/whatsapp/node'
import express, { type Express } from 'express'
import { apiGuard } from './http/guard.ts'
import { type Log, logRequests } from './http/log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { type PageOptions, pageRoutes } from './page/page-routes.ts'
import { api } from './routes/api.ts'

export interface AppOptions extends PageOptions {
  readonly log: Log
}

/** The whole app; it listens nowhere yet. */
export function createApp(options: AppOptions): Express {
  const { shop, apiKey, line, log } = options
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(logRequests(log), securityHeaders)
  // Before anything that reads bodies: the signature is over the bytes as they came.
  if (line !== undefined) app.all('/webhook', nodeHandler(line.webhook))
  app.use('/api', api(shop, line?.channel, apiGuard(apiKey)))
  app.use(pageRoutes(options))
  return app
}
