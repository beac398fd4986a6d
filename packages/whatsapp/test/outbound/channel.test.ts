import { inspect } from 'node:util'
import { isLanggananError } from '@langganan/core'
import { describe, expect, test } from 'vitest'
import {
  defineTemplate,
  imageMessage,
  textMessage,
  whatsappChannel,
} from '../../src/outbound/index.ts'
import { channelTo, itemsIn, shopSide } from '../sandbox/shop-side.ts'

const hello = textMessage('Halo')

async function sariWrote(...[options, channelOptions]: Parameters<typeof shopSide>) {
  const side = shopSide(options, channelOptions)
  const sari = side.whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
  await sari.writes('Halo')
  await side.whatsapp.advance(1000)
  return { ...side, sari, to: { phone: sari.phone } }
}

describe('an ambiguous send stays unknown, and statuses tell by its reference what became of it', () => {
  test.each([
    ['a connection that breaks before the answer', { fault: 'loseAnswer' }, 'connection', 3],
    ['a connection that breaks before the call', { fault: 'loseRequest' }, 'connection', 0],
    ['an answer of something in between', { fault: 'garbleAnswer' }, 'answer', 3],
  ] as const)('%s', async (_, fault, reason, statuses) => {
    const { whatsapp, channel, hooks, to } = await sariWrote()
    whatsapp.failNext(fault)
    const result = await channel.send(hello, { to, reference: 'send-7' })
    expect(result).toEqual({ outcome: 'unknown', reason })
    await whatsapp.settle()
    const told = itemsIn(hooks, 'statuses').filter(
      ({ biz_opaque_callback_data: reference }) => reference === 'send-7',
    )
    expect(told).toHaveLength(statuses)
  })

  test('an answer that takes too long', async () => {
    const { whatsapp, channel, to } = await sariWrote({}, { timeout: 10_000 })
    whatsapp.failNext({ fault: 'slow', milliseconds: 60_000 })
    const result = channel.send(hello, { to })
    await whatsapp.advance(9999)
    await whatsapp.advance(1)
    expect(await result).toEqual({ outcome: 'unknown', reason: 'timeout' })
    expect(whatsapp.sent()).toHaveLength(1)
  })

  test('a call that is broken off', async () => {
    const { whatsapp, channel, to } = await sariWrote()
    whatsapp.failNext({ fault: 'slow', milliseconds: 60_000 })
    const controller = new AbortController()
    const result = channel.send(hello, { to, signal: controller.signal })
    controller.abort()
    expect(await result).toEqual({ outcome: 'unknown', reason: 'aborted' })
  })
})

describe('what never began is certainly not sent', () => {
  test('because it is too late or was broken off before', async () => {
    const { whatsapp, channel, to } = await sariWrote()
    const notAfter = whatsapp.clock() - 1
    expect(await channel.send(hello, { to, notAfter })).toMatchObject({
      outcome: 'notSent',
      reason: 'late',
    })
    expect(await channel.send(hello, { to, signal: AbortSignal.abort() })).toMatchObject({
      outcome: 'notSent',
      reason: 'aborted',
    })
    expect(whatsapp.sent()).toEqual([])
  })

  test('because no connection came about', async () => {
    const { whatsapp, channel, to } = await sariWrote()
    whatsapp.failNext({ fault: 'unreachable' })
    expect(await channel.send(hello, { to })).toMatchObject({
      outcome: 'notSent',
      reason: 'unreachable',
    })
  })

  test('because the limit is reached: it says how long to wait', async () => {
    const { whatsapp, channel, to } = await sariWrote({}, { limits: { burstPerPerson: 2 } })
    await channel.send(hello, { to })
    await channel.send(hello, { to })
    expect(await channel.send(hello, { to })).toEqual({
      outcome: 'notSent',
      reason: 'limit',
      retryAfter: 6000,
    })
    await whatsapp.advance(6000)
    expect(await channel.send(hello, { to })).toMatchObject({ outcome: 'accepted' })
  })
})

describe('limits', () => {
  test('of the number are kept: 80 within any second', async () => {
    const { whatsapp, channel } = shopSide()
    const turns = Array.from({ length: 100 }, (_, i) =>
      channel.takeTurn({ phone: `+62811000000${i}` }),
    )
    expect(turns.filter(({ granted }) => granted)).toHaveLength(80)
    expect(turns[80]).toEqual({ granted: false, retryAfter: 1000 })
    await whatsapp.advance(1000)
    expect(channel.takeTurn({ phone: '+6281100000099' })).toEqual({ granted: true })
  })

  test('a refusal for sending too fast makes the next ones wait, longer each time', async () => {
    const { whatsapp, channel, to } = await sariWrote()
    const waits: (number | undefined)[] = []
    for (let i = 0; i < 4; i++) {
      whatsapp.failNext({ fault: 'refuse', code: 131056 })
      const result = await channel.send(hello, { to })
      expect(result).toMatchObject({ outcome: 'refused', code: '131056', act: 'waitForPerson' })
      const wait = result.outcome === 'refused' ? (result.retryAfter ?? 0) : 0
      waits.push(wait)
      expect(channel.takeTurn(to)).toEqual({ granted: false, retryAfter: wait })
      expect(channel.takeTurn({ phone: '+6281100000099' })).toEqual({ granted: true })
      await whatsapp.advance(wait)
    }
    expect(waits).toEqual([1000, 4000, 16_000, 64_000])
    expect(await channel.send(hello, { to })).toMatchObject({ outcome: 'accepted' })
  })

  test('a refusal of the number holds up everybody', async () => {
    const { whatsapp, channel, to } = await sariWrote()
    whatsapp.failNext({ fault: 'refuse', code: 130429 })
    expect(await channel.send(hello, { to })).toMatchObject({ act: 'slowDown', retryAfter: 1000 })
    expect(channel.takeTurn({ phone: '+6281100000099' })).toMatchObject({ granted: false })
  })

  test('two processes with one number are held back by the platform', async () => {
    const { whatsapp, channel, to } = await sariWrote({ limits: { perSecond: 3 } })
    const other = channelTo(whatsapp)
    const results = []
    for (const each of [channel, other, channel, other])
      results.push(await each.send(hello, { to }))
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'refused',
    ])
  })
})

describe('read marks', () => {
  test('are taken for messages of people only', async () => {
    const { whatsapp, channel, sari } = await sariWrote()
    const id = await sari.writes('Halo?')
    expect(await channel.markRead(id, { typing: true })).toEqual({
      outcome: 'accepted',
      messageId: id,
    })
    expect(await channel.markRead('wamid.other')).toMatchObject({
      outcome: 'refused',
      code: '131009',
      act: 'fixMessage',
    })
    expect(whatsapp.sent()).toEqual([])
  })
})

test('media is uploaded, sent by its id, and can be fetched', async () => {
  const { whatsapp, channel, sari, to } = await sariWrote()
  const file = new Blob(['a picture'], { type: 'image/png' })
  const uploaded = await channel.uploadMedia(file, { filename: 'kopi.png' })
  expect(uploaded).toEqual({ outcome: 'accepted', mediaId: expect.any(String) })
  const id = uploaded.outcome === 'accepted' ? uploaded.mediaId : ''
  await channel.send(imageMessage({ id }, { caption: 'Kopi' }), { to })
  await whatsapp.settle()
  expect(sari.received[0]).toMatchObject({ type: 'image', text: 'Kopi', content: { id } })

  const headers = { authorization: 'Bearer sandbox-token' }
  const told = await whatsapp.fetch(`https://graph.facebook.com/v25.0/${id}`, { headers })
  const { url, mime_type }: { url: string; mime_type: string } = JSON.parse(await told.text())
  expect(mime_type).toBe('image/png')
  const bytes = await whatsapp.fetch(url, { headers })
  expect(await bytes.text()).toBe('a picture')
})

describe('nothing personal and no secret is shown', () => {
  const secret = 'EAAG-secret-token'
  const phone = '+6281298765432'

  test('by the channel, its refusals and its errors', async () => {
    const { whatsapp } = shopSide({ accessToken: 'another' })
    const channel = channelTo(whatsapp, { accessToken: secret })
    const shown: unknown[] = [channel]
    shown.push(await channel.send(textMessage('Kata rahasia'), { to: { phone } }))
    whatsapp.failNext({ fault: 'loseRequest' })
    shown.push(await channel.send(textMessage('Kata rahasia'), { to: { phone } }))
    for (const wrong of ['0812-9876-5432', '6281298765432 ']) {
      const error: unknown = await channel
        .send(textMessage('Kata rahasia'), { to: { phone: wrong } })
        .catch((error: unknown) => error)
      expect(isLanggananError(error, 'INVALID_INPUT')).toBe(true)
      shown.push(error)
    }
    const text = shown.map((each) => inspect(each, { depth: 9, showHidden: true })).join('\n')
    for (const hidden of [secret, 'rahasia', '6281298765432', '9876']) {
      expect(text).not.toContain(hidden)
    }
  })

  test('by options that are wrong', () => {
    let error: unknown
    try {
      whatsappChannel({ phoneNumberId: '1', accessToken: `${secret} with space` })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field: 'accessToken' })
    expect(inspect(error)).not.toContain(secret)
  })
})

test('a template asks for its parameters by name, and the compiler checks them', () => {
  const offer = defineTemplate({
    name: 'offer',
    language: 'id',
    category: 'marketing',
    header: 'image',
    body: 'Halo {{name}}',
    buttons: [{ url: 'https://shop.example/{{1}}' }, { quickReply: 'Stop' }],
  })
  const plain = defineTemplate({ name: 'plain', language: 'id', category: 'utility', body: 'Halo' })
  expect(plain()).toMatchObject({ form: 'template', purpose: 'service' })
  expect(
    offer({ header: { id: '1' }, body: { name: 'Sari' }, buttons: ['kopi', null] }),
  ).toMatchObject({
    purpose: 'marketing',
    content: {
      components: [
        { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Sari' }] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [{ text: 'kopi' }] },
      ],
    },
  })
  // @ts-expect-error the name is missing
  expect(() => offer({ header: { id: '1' }, body: {}, buttons: ['kopi', null] })).toThrow()
  // @ts-expect-error the link needs its parameter
  expect(() => offer({ header: { id: '1' }, body: { name: 'S' }, buttons: [null, null] })).toThrow()
  // @ts-expect-error the header is missing
  expect(() => offer({ body: { name: 'S' }, buttons: ['kopi', null] })).toThrow()
  expect(() =>
    offer({ header: { id: '1' }, body: { name: 'two\nlines' }, buttons: ['a', null] }),
  ).toThrow(/line break/)
})
