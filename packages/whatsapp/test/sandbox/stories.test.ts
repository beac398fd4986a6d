import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buttonsMessage, defineTemplate, textMessage } from '../../src/outbound/index.ts'
import { channelTo, expectedSignature, itemsIn, shopSide } from './shop-side.ts'

const hour = 3_600_000
const ready = defineTemplate({
  name: 'order_ready',
  language: 'id',
  category: 'utility',
  body: 'Halo {{name}}, pesanan {{order}} sudah siap.',
  buttons: [{ quickReply: 'Ambil sekarang' }],
})
const readyTemplate = {
  name: 'order_ready',
  language: 'id',
  category: 'utility',
  body: 'Halo {{name}}, pesanan {{order}} sudah siap.',
  buttons: [{ quickReply: 'Ambil sekarang' }],
} as const

describe('a conversation', () => {
  test('of a message, an answer and its statuses', async () => {
    const { whatsapp, channel, hooks } = shopSide()
    const sari = whatsapp.person({ name: 'Sari', phone: '+6281234567890', username: 'sari' })
    const id = await sari.writes('Masih ada kopi?')
    await whatsapp.advance(1000)

    const result = await channel.send(textMessage('Masih!'), {
      to: { phone: sari.phone },
      reference: 'send-1',
    })
    expect(result).toEqual({ outcome: 'accepted', messageId: expect.stringMatching(/^wamid\./) })
    await whatsapp.settle()

    expect(itemsIn(hooks, 'messages')).toEqual([
      {
        from: '6281234567890',
        from_user_id: sari.userId,
        id,
        timestamp: '1767225600',
        type: 'text',
        text: { body: 'Masih ada kopi?' },
      },
    ])
    expect(itemsIn(hooks, 'statuses').map(({ status }) => status)).toEqual([
      'sent',
      'delivered',
      'read',
    ])
    expect(itemsIn(hooks, 'statuses')[0]).toEqual({
      id: result.outcome === 'accepted' ? result.messageId : '',
      status: 'sent',
      timestamp: '1767225601',
      recipient_id: '6281234567890',
      recipient_user_id: sari.userId,
      biz_opaque_callback_data: 'send-1',
      pricing: {
        billable: false,
        pricing_model: 'PMP',
        type: 'free_customer_service',
        category: 'service',
      },
    })
    expect(itemsIn(hooks, 'contacts')[0]).toEqual({
      profile: { name: 'Sari', username: 'sari' },
      wa_id: '6281234567890',
      user_id: sari.userId,
    })
    expect(sari.received.map(({ text }) => text)).toEqual(['Masih!'])
    for (const { body, signature } of hooks) expect(signature).toBe(expectedSignature(body))
  })

  test('with somebody who presses a button by script', async () => {
    const { whatsapp, channel, hooks } = shopSide()
    const sari = whatsapp.person({
      name: 'Sari',
      script: ({ id, buttons: [first] }) =>
        first === undefined ? [] : [{ act: 'press', messageId: id, button: first, after: hour }],
    })
    await sari.writes('Halo')
    const question = buttonsMessage({ body: 'Jadi?', buttons: [{ id: 'yes', title: 'Jadi' }] })
    await channel.send(question, { to: { phone: sari.phone } })
    await whatsapp.advance(hour)
    expect(itemsIn(hooks, 'messages')).toHaveLength(1)
    await whatsapp.advance(1000)
    expect(itemsIn(hooks, 'messages')[1]).toMatchObject({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Jadi' } },
      context: { from: '6281100000001', id: sari.received[0]?.id },
    })
  })

  test('with somebody who answers a template and shows no phone', async () => {
    const { whatsapp, channel, hooks } = shopSide({ templates: [readyTemplate] })
    const sari = whatsapp.person({
      name: 'Sari',
      hidesPhone: true,
      script: ({ id, template }) =>
        template === 'order_ready'
          ? [{ act: 'press', messageId: id, button: 'Ambil sekarang' }]
          : [],
    })
    const message = ready({ body: { name: 'Sari', order: 'INV-1' }, buttons: ['pick-up'] })
    await channel.send(message, { to: { userId: sari.userId } })
    await whatsapp.settle()

    expect(sari.received[0]?.text).toBe('Halo Sari, pesanan INV-1 sudah siap.')
    const [reply] = itemsIn(hooks, 'messages')
    expect(reply).toMatchObject({
      from_user_id: sari.userId,
      type: 'button',
      button: { payload: 'pick-up', text: 'Ambil sekarang' },
    })
    expect(reply).not.toHaveProperty('from')
    expect(itemsIn(hooks, 'contacts').every((contact) => contact.wa_id === undefined)).toBe(true)
    expect(sari.windowIsOpen()).toBe(true)
  })
})

describe('what a person does', () => {
  test('comes as the documented items', async () => {
    const { whatsapp, hooks } = shopSide()
    const sari = whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
    const { userId } = sari
    const bytes = new TextEncoder().encode('a picture')
    await sari.does({
      act: 'sendMedia',
      type: 'image',
      file: { mimeType: 'image/png', bytes },
      caption: 'Bukti',
    })
    await sari.does({ act: 'shareLocation', latitude: -6.2, longitude: 106.8 })
    await sari.does({ act: 'shareContact', name: 'Budi', phone: '0812' })
    await sari.does({ act: 'react', messageId: 'wamid.x', emoji: '👍' })
    await sari.does({ act: 'react', messageId: 'wamid.x' })
    await sari.does({
      act: 'order',
      catalogId: 'C',
      items: [{ product: 'KOPI', quantity: 2, price: 55_000, currency: 'IDR' }],
    })
    await sari.does({ act: 'changeNumber', phone: '+6281299999999' })
    await whatsapp.settle()
    const messages = itemsIn(hooks, 'messages')
    expect(messages.map(({ type, ...message }) => [type, message[String(type)]])).toEqual([
      [
        'image',
        {
          id: expect.stringMatching(/^\d+$/),
          mime_type: 'image/png',
          sha256: createHash('sha256').update(bytes).digest('hex'),
          caption: 'Bukti',
        },
      ],
      ['location', { latitude: -6.2, longitude: 106.8 }],
      [
        'contacts',
        [
          {
            name: { formatted_name: 'Budi', first_name: 'Budi' },
            phones: [{ phone: '0812', wa_id: '0812', type: 'CELL' }],
          },
        ],
      ],
      ['reaction', { message_id: 'wamid.x', emoji: '👍' }],
      ['reaction', { message_id: 'wamid.x' }],
      [
        'order',
        {
          catalog_id: 'C',
          product_items: [
            { product_retailer_id: 'KOPI', quantity: 2, item_price: 55_000, currency: 'IDR' },
          ],
        },
      ],
      [
        'system',
        {
          body: 'User changed the number',
          type: 'user_changed_number',
          wa_id: '6281299999999',
          user_id: sari.userId,
          previous_user_id: userId,
        },
      ],
    ])
    expect(sari.userId).not.toBe(userId)
  })

  test('stops marketing, and it is told', async () => {
    const { whatsapp, hooks } = shopSide()
    const sari = whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
    await sari.does({ act: 'stopMarketing' })
    await whatsapp.advance(0)
    expect(itemsIn(hooks, 'user_preferences')).toEqual([
      {
        wa_id: '6281234567890',
        user_id: sari.userId,
        category: 'marketing_messages',
        value: 'stop',
        timestamp: 1767225600,
      },
    ])
  })

  test('blocks the number: messages are sent and never arrive', async () => {
    const { whatsapp, channel, hooks } = shopSide()
    const sari = whatsapp.person({ name: 'Sari' })
    await sari.writes('Halo')
    await sari.does({ act: 'block' })
    await channel.send(textMessage('Halo?'), { to: { phone: sari.phone } })
    await whatsapp.settle()
    expect(itemsIn(hooks, 'statuses').map(({ status }) => status)).toEqual(['sent'])
    expect(sari.received).toEqual([])
  })
})

describe('webhooks', () => {
  test('are tried again until they are taken', async () => {
    let failures = 3
    const { whatsapp } = shopSide({
      webhook: async () => {
        failures -= 1
        if (failures === 0) throw new Error('down')
        return new Response('', { status: failures > 0 ? 500 : 200 })
      },
    })
    await whatsapp.person({ name: 'Sari' }).writes('Halo')
    await whatsapp.settle()
    expect(whatsapp.deliveries().map(({ at, attempt, status }) => [at, attempt, status])).toEqual([
      [1767225600000, 1, 500],
      [1767225601000, 2, 500],
      [1767225603000, 3, null],
      [1767225607000, 4, 200],
    ])
  })

  test('are given up after seven days', async () => {
    const { whatsapp } = shopSide({ webhook: async () => new Response('', { status: 503 }) })
    await whatsapp.person({ name: 'Sari' }).writes('Halo')
    await whatsapp.settle()
    const attempts = whatsapp.deliveries()
    const [first, last] = [attempts[0]?.at ?? 0, attempts.at(-1)?.at ?? 0]
    expect(last - first).toBeLessThanOrEqual(7 * 24 * hour)
    expect(last - first).toBeGreaterThan(6.9 * 24 * hour)
  })

  test('wait while nobody takes them or they are held back', async () => {
    const { whatsapp, hooks } = shopSide()
    whatsapp.setDelivery({ isPaused: true })
    const sari = whatsapp.person({ name: 'Sari' })
    await sari.writes('1')
    await sari.writes('2')
    await whatsapp.settle()
    expect(hooks).toEqual([])
    whatsapp.setDelivery({ isPaused: false })
    await whatsapp.settle()
    expect(itemsIn(hooks, 'messages')).toHaveLength(2)
  })

  test('gather up to a thousand updates', async () => {
    const { whatsapp } = shopSide()
    whatsapp.setDelivery({ gather: 60_000 })
    const sari = whatsapp.person({ name: 'Sari' })
    for (let i = 0; i < 2_500; i++) await sari.writes(String(i))
    await whatsapp.settle()
    expect(whatsapp.deliveries().map(({ updates }) => updates)).toEqual([1000, 1000, 500])
  })

  test('a handler that sends while it is called is no trouble, not even with slow answers', async () => {
    const { whatsapp } = shopSide({ webhook: answering })
    const channel = channelTo(whatsapp)
    async function answering(request: Request): Promise<Response> {
      const body = await request.text()
      if (body.includes('"messages":[')) {
        await channel.send(textMessage('Sebentar'), { to: { phone: sari.phone } })
      }
      return new Response('ok')
    }
    const sari = whatsapp.person({ name: 'Sari' })
    whatsapp.failNext({ fault: 'slow', milliseconds: 4000 })
    await sari.writes('Halo')
    await whatsapp.settle()
    expect(sari.received.map(({ text }) => text)).toEqual(['Sebentar'])
    expect(whatsapp.deliveries()[0]?.status ?? null).not.toBe(null)
  })
})

test('the handshake asks for the challenge back', async () => {
  const { whatsapp } = shopSide({
    verifyToken: 'v',
    webhook: async (request) => {
      const { searchParams } = new URL(request.url)
      expect(searchParams.get('hub.mode')).toBe('subscribe')
      expect(searchParams.get('hub.verify_token')).toBe('v')
      return new Response(searchParams.get('hub.challenge'))
    },
  })
  expect(await whatsapp.handshake()).toBe(true)
})
