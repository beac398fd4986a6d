import type { Shop } from '@langganan/core'
import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { given } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import type { Phone } from '../play/phones.ts'
import type { Play } from '../play/play.ts'
import { playPage } from './play-page.ts'
import type { ViewFor } from './view.ts'

const written = z.object({ text: z.string().trim().min(1).max(1_000) })
const newcomer = written.extend({ name: z.string().trim().min(1).max(100) })
const act = z.object({ act: z.enum(['call', 'stopMarketing', 'resumeMarketing']) })
const hours = z.object({ hours: z.enum(['1', '24']).transform(Number) })

/** Long enough for a webhook to arrive. */
const moment = 1_000

/** What people on the play's phones do. */
export function playRoutes(shop: Shop, play: Play, viewFor: ViewFor): Router {
  const routes = express.Router()

  routes.get('/play', async (request, response) => {
    await play.keepPace()
    const page = await playPage(shop, viewFor(request, response), play, request.query)
    response.send(page.toString())
  })
  routes.post('/play/time', async ({ body }, response) => {
    await play.pass(given(hours, body).hours * 3_600_000)
    await shop.tick()
    response.redirect(303, '/play')
  })
  routes.post('/play/people', async ({ body }, response) => {
    const { name, text } = given(newcomer, body)
    const { person } = play.phones.add({ name })
    await person.writes(text)
    await play.pass(moment)
    response.redirect(303, `/play#${person.key}`)
  })
  routes.post('/play/people/:key/writes', async (request, response) => {
    const { person } = phoneOf(play, request)
    await person.writes(given(written, request.body).text)
    await play.pass(moment)
    response.redirect(303, `/play#${person.key}`)
  })
  routes.post('/play/people/:key/does', async (request, response) => {
    const { person } = phoneOf(play, request)
    await person.does(given(act, request.body))
    await play.pass(moment)
    response.redirect(303, `/play#${person.key}`)
  })
  return routes
}

function phoneOf(play: Play, { params }: Request<{ key: string }>): Phone {
  const phone = play.phones.get(params.key)
  if (phone === undefined) throw new Problem('NOT_FOUND', 'There is nobody with this phone.')
  return phone
}
