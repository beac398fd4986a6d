import type { Shop } from '@langganan/core'
import { textMessage } from '@langganan/whatsapp/outbound'
import express, { type Router } from 'express'
import { z } from 'zod'
import { given } from '../http/input.ts'
import { news } from '../play/news.ts'
import type { Play } from '../play/play.ts'
import type { WhatsAppLine } from '../whatsapp-line.ts'
import { outcomeQuery } from './flash.ts'

const answer = z.object({
  text: z.string().trim().max(4_096).default(''),
  reference: z.uuid(),
  phone: z.string().regex(/^[\w-]{0,64}$/),
  send: z.enum(['text', 'news']).default('text'),
})

/** Long enough for an answer to arrive, and to be read. */
const whileItIsRead = 5_000

/** Answers that staff write. */
export function answerRoutes(
  shop: Shop,
  { channel }: WhatsAppLine,
  play: Play | undefined,
): Router {
  const routes = express.Router()

  routes.post('/customers/:id/answers', async (request, response) => {
    const { id } = request.params
    const { text, reference, phone, send } = given(answer, request.body)
    const goBack = (outcome: string) =>
      response.redirect(
        303,
        phone === '' ? `/customers/${id}?${outcome}` : `/play?phone=${phone}&${outcome}#${phone}`,
      )
    if (send === 'text' && text === '') return goBack('outcome=empty')
    const { name } = await shop.customers.get(id)
    const message = send === 'text' ? textMessage(text) : news({ body: { name } })
    const sent = await shop.messages.send({ customer: id, channel, message, reference })
    await play?.pass(whileItIsRead)
    goBack(outcomeQuery(sent))
  })
  return routes
}
