import type { Shop } from '@langganan/core'
import express, { type Router } from 'express'

/** The shop at a glance. */
export function monitoringRoutes(shop: Shop): Router {
  const routes = express.Router()

  routes.get('/monitoring', async (_request, response) => {
    response.json(await shop.reports.monitoring())
  })
  return routes
}
