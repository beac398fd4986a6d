/** A shop, its webhook handler, the channel and the sandbox together. */
import { type Channel, openShop } from '@langganan/core'
import { memoryStorage } from '@langganan/core/memory'
import { expect, test } from 'vitest'
import { webhookHandler } from '../../src/index.ts'
import {
  defineTemplate,
  textMessage,
  type WhatsAppMessage,
  whatsappChannel,
} from '../../src/outbound/index.ts'
import { sandbox } from '../../src/sandbox/index.ts'

test('a shop knows the window that the sandbox keeps, however webhooks come', async () => {
  const whatsapp = sandbox({ appSecret: 'secret', verifyToken: 'v', personalRefusals: 'answer' })
  const { clock } = whatsapp
  const shop = await openShop({
    id: 'kopi-senja',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: memoryStorage(),
    clock,
  })
  whatsapp.connect(webhookHandler({ secrets: 'secret', verifyToken: 'v', shop }))
  expect(await whatsapp.handshake()).toBe(true)
  whatsapp.setDelivery({ disorder: 20_000, duplicates: 1, isConcurrent: true, gather: 100 })

  const sari = whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
  await sari.writes('Halo')
  await sari.does({ act: 'react', messageId: 'wamid.1', emoji: '👍' })
  await whatsapp.advance(3_600_000)
  await sari.writes('Masih ada?')
  await whatsapp.advance(120_000)

  const [customer] = (await shop.customers.list({})).rows
  expect(customer?.name).toBe('Sari')
  const phone = '106540352242922'
  const channel = whatsappChannel({
    phoneNumberId: phone,
    accessToken: 'sandbox-token',
    fetch: whatsapp.fetch,
    clock,
    timers: whatsapp.timers,
  })
  const window = await shop.interactions.window(customer?.id ?? '')
  expect(window.state).toBe('free-form')
  const left = (window.closesAt?.getTime() ?? 0) - clock()
  await whatsapp.advance(left - 1)
  const to = { phone: sari.phone }
  expect(await channel.send(textMessage('Ada'), { to })).toMatchObject({ outcome: 'accepted' })
  await whatsapp.advance(1)
  expect(await channel.send(textMessage('Ada'), { to })).toMatchObject({ code: '131047' })
})

const definition = { name: 'offer', language: 'id', category: 'marketing', body: 'Kopi' } as const

/** A shop whose messages go to the sandbox, and whose webhooks come from there; Sari has written. */
async function shopThatSends() {
  const whatsapp = sandbox({ appSecret: 'secret', verifyToken: 'v', templates: [definition] })
  const { clock, fetch, timers } = whatsapp
  const setting = { currency: 'IDR', timeZone: 'Asia/Jakarta', storage: memoryStorage(), clock }
  const shop = await openShop({ id: 'kopi-senja', ...setting })
  whatsapp.connect(webhookHandler({ secrets: 'secret', verifyToken: 'v', shop }))
  const account = { phoneNumberId: '106540352242922', accessToken: 'sandbox-token' }
  const channel = whatsappChannel({ ...account, fetch, clock, timers })
  const sari = whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
  await sari.writes('Halo')
  await whatsapp.advance(1_000)
  const customer = (await shop.customers.find('phone', sari.phone))?.id ?? ''
  await whatsapp.advance(10)
  const granted = { purpose: 'marketing', channel: 'whatsapp', decision: 'granted' } as const
  await shop.consents.record({ customer, ...granted })
  return { whatsapp, shop, channel, sari, customer }
}

test('a send whose answer got lost is settled by the status, and is not sent again', async () => {
  const { whatsapp, shop, channel, sari, customer } = await shopThatSends()
  const ready = { customer, channel, message: textMessage('Siap'), reference: 'ready INV-1' }
  whatsapp.failNext({ fault: 'loseAnswer' })
  const lost = await shop.messages.send(ready)
  expect(lost).toMatchObject({ outcome: 'unknown', reason: 'connection' })
  expect((await shop.messages.unresolved()).rows).toMatchObject([{ id: lost.id }])
  expect(await shop.messages.send(ready)).toEqual(lost)
  await whatsapp.settle()
  expect((await shop.messages.unresolved()).rows).toEqual([])
  expect(await shop.messages.send(ready)).toMatchObject({ id: lost.id, outcome: 'accepted' })
  expect(sari.received).toHaveLength(1)
  expect(await shop.messages.of(customer)).toMatchObject([{ customer, callbackData: lost.id }])
})

test('a call that is broken off is unknown, whatever kind of object the channel and the signal are', async () => {
  const { whatsapp, shop, channel, customer } = await shopThatSends()
  class Wrapped implements Channel<WhatsAppMessage> {
    get name() {
      return channel.name
    }
    get businessNumber() {
      return channel.businessNumber
    }
    takeTurn(...args: Parameters<typeof channel.takeTurn>) {
      return channel.takeTurn(...args)
    }
    send(...args: Parameters<typeof channel.send>) {
      return channel.send(...args)
    }
  }
  const controller = new AbortController()
  whatsapp.failNext({ fault: 'slow', milliseconds: 60_000 })
  const { signal } = controller
  const message = textMessage('Siap')
  const sent = shop.messages.send({ customer, channel: new Wrapped(), message, signal })
  while (whatsapp.sent().length === 0) await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  expect(await sent).toMatchObject({ outcome: 'unknown', reason: 'aborted' })
})

test.each([
  ['131047', 'windowClosed', 'freeForm', 'service'],
  ['131049', 'tooSoon', 'template', 'marketing'],
  ['131050', 'optedOut', 'template', 'marketing'],
] as const)('after a refusal with %s the gate says %s', async (code, reason, form, purpose) => {
  const { whatsapp, shop, channel, customer } = await shopThatSends()
  const message = form === 'template' ? defineTemplate(definition)() : textMessage('Halo')
  whatsapp.failNext({ fault: 'refuse', code: Number(code) })
  expect(await shop.messages.send({ customer, channel, message })).toMatchObject({ code })
  const asked = await shop.messages.mayReceive({ customer, channel, form, purpose })
  expect(asked.reasons).toEqual([reason])
})

test('a failed status that says marketing was stopped withdraws consent, with its code as proof', async () => {
  const { whatsapp, shop, channel, sari, customer } = await shopThatSends()
  // What she did is on its way when the shop sends, and arrives after it.
  await sari.does({ act: 'stopMarketing' })
  const offer = { customer, channel, message: defineTemplate(definition)() }
  expect(await shop.messages.send(offer)).toMatchObject({ outcome: 'accepted' })
  await whatsapp.settle()
  expect(sari.received).toEqual([])
  expect(await shop.messages.send(offer)).toMatchObject({ reasons: ['optedOut'] })
  const { log } = await shop.consents.of(customer)
  expect(log.map(({ proof }) => proof)).toContainEqual(expect.stringContaining('131050'))
})

test('somebody with two numbers is answered at the one that wrote, where the window is open', async () => {
  const { whatsapp, shop, channel, sari, customer } = await shopThatSends()
  const work = whatsapp.person({ name: 'Sari', phone: '+6285711112222' })
  await shop.customers.edit(customer, { phone: [sari.phone, work.phone] })
  await whatsapp.advance(24 * 3_600_000)
  await work.writes('Ini nomor kantor saya')
  await whatsapp.advance(1_000)
  const message = textMessage('Baik')
  expect(await shop.messages.send({ customer, channel, message })).toMatchObject({
    outcome: 'accepted',
  })
  await whatsapp.settle()
  expect(work.received).toHaveLength(1)
  expect(sari.received).toHaveLength(0)
})

test('after a refusal that stops the number the shop sends and claims nothing until a try a minute later', async () => {
  const { whatsapp, shop, channel, customer } = await shopThatSends()
  const send = (text: string) =>
    shop.messages.send({ customer, channel, message: textMessage(text) })
  whatsapp.failNext({ fault: 'refuse', code: 131042 })
  expect(await send('Siap')).toMatchObject({ outcome: 'refused', retryAfter: 60_000 })
  const asked = whatsapp.sent().length
  expect(await send('Siap')).toEqual({
    id: null,
    customer,
    outcome: 'notSent',
    reason: 'halted',
    retryAfter: 60_000,
  })
  expect(whatsapp.sent()).toHaveLength(asked)
  await whatsapp.advance(60_000)
  expect(await send('Siap')).toMatchObject({ outcome: 'accepted' })
})
