/** A shop, its webhook handler, the channel and the sandbox together. */
import { openShop } from '@langganan/core'
import { memoryStorage } from '@langganan/core/memory'
import { expect, test } from 'vitest'
import { webhookHandler } from '../../src/index.ts'
import { textMessage, whatsappChannel } from '../../src/outbound/index.ts'
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
