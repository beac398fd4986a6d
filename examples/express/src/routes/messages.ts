import type { Shop } from '@langganan/core'
import { textMessage, type WhatsAppChannel } from '@langganan/whatsapp/outbound'
import express, { type Router } from 'express'
import { z } from 'zod'
import { keyOf } from '../http/idempotency-key.ts'
import { given } from '../http/input.ts'

const message = z.strictObject({
  text: z.string('expected text'),
  reference: z.string('expected text').nullish(),
})

/** Free-form texts to one customer, through the gate. What became of one is in the answer, also a refusal. */
export function messageRoutes(shop: Shop, channel: WhatsAppChannel): Router {
  const routes = express.Router()

  routes.post('/customers/:id/messages', async (request, response) => {
    const { text, reference } = given(message, request.body)
    const sent = await shop.messages.send({
      customer: request.params.id,
      channel,
      message: textMessage(text),
      reference: keyOf(request, reference),
    })
    response.status(sent.outcome === 'accepted' ? 201 : 200).json(sent)
  })
  routes.get('/customers/:id/messages/permission', async ({ params: { id } }, response) => {
    response.json(
      await shop.messages.mayReceive({
        customer: id,
        channel,
        form: 'freeForm',
        purpose: 'service',
      }),
    )
  })
  return routes
}
