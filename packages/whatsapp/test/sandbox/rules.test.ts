import { describe, expect, test } from 'vitest'
import {
  defineTemplate,
  locationMessage,
  textMessage,
  type WhatsAppMessage,
} from '../../src/outbound/index.ts'
import type { SandboxOptions, SandboxTemplate } from '../../src/sandbox/index.ts'
import { itemsIn, shopSide } from './shop-side.ts'

const hour = 3_600_000
const day = 24 * hour
const hello = textMessage('Halo')

const offer = {
  name: 'offer',
  language: 'id',
  category: 'marketing',
  body: 'Halo {{1}}, diskon {{2}}',
} as const
const code = {
  name: 'code',
  language: 'id',
  category: 'authentication',
  body: '{{1}} adalah kode Anda.',
  buttons: [{ oneTimeCode: true }],
} as const
const photo = {
  name: 'photo',
  language: 'id',
  category: 'utility',
  header: 'image',
  body: 'Halo {{name}}',
  buttons: [{ url: 'https://shop.example/{{1}}' }],
} as const
const templates: readonly SandboxTemplate[] = [
  offer,
  code,
  photo,
  { ...offer, name: 'paused', status: 'PAUSED' },
  { ...offer, name: 'disabled', status: 'DISABLED' },
  { ...offer, name: 'pending', status: 'PENDING' },
]
const offered = defineTemplate(offer)({ body: { 1: 'Sari', 2: '10%' } })

function side(options: Partial<SandboxOptions> = {}) {
  const made = shopSide({ templates, ...options })
  const sari = made.whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
  return { ...made, sari, to: { phone: sari.phone } }
}

describe('what one person cannot get', () => {
  type Story = (at: ReturnType<typeof side>) => Promise<WhatsAppMessage>
  const stories: readonly [name: string, code: string, Story][] = [
    ['a free-form message to who never wrote', '131047', async () => hello],
    [
      'one 24 hours after the last message, whatever was sent since',
      '131047',
      async ({ whatsapp, sari, channel, to }) => {
        await sari.writes('Halo')
        await whatsapp.advance(12 * hour)
        await channel.send(hello, { to })
        await whatsapp.advance(12 * hour)
        return hello
      },
    ],
    [
      'one after nothing but a reaction',
      '131047',
      async ({ sari }) => {
        await sari.does({ act: 'react', messageId: 'wamid.1', emoji: '👍' })
        return hello
      },
    ],
    [
      'marketing after it was stopped',
      '131050',
      async ({ sari }) => {
        await sari.does({ act: 'stopMarketing' })
        return offered
      },
    ],
    [
      'a third marketing template within a day',
      '131049',
      async ({ channel, to }) => {
        await channel.send(offered, { to })
        await channel.send(offered, { to })
        return offered
      },
    ],
    [
      'anything after leaving WhatsApp',
      '131026',
      async ({ sari }) => {
        await sari.does({ act: 'leave' })
        return offered
      },
    ],
  ]

  test.each(stories)('%s: %s, in the answer where that is asked for', async (_, refused, story) => {
    const at = side({ personalRefusals: 'answer' })
    const message = await story(at)
    expect(await at.channel.send(message, { to: at.to })).toMatchObject({
      outcome: 'refused',
      code: refused,
    })
    expect(at.whatsapp.sent().at(-1)).toMatchObject({ refusal: Number(refused) })
  })

  test.each(stories)('%s: %s, otherwise by a status', async (_, refused, story) => {
    const at = side()
    const message = await story(at)
    const result = await at.channel.send(message, { to: at.to, reference: 'r-1' })
    expect(result).toMatchObject({ outcome: 'accepted' })
    await at.whatsapp.settle()
    const told = itemsIn(at.hooks, 'statuses').filter(
      ({ biz_opaque_callback_data: reference }) => reference === 'r-1',
    )
    expect(told).toEqual([
      expect.objectContaining({
        status: 'failed',
        errors: [
          {
            code: Number(refused),
            title: expect.any(String),
            message: expect.any(String),
            error_data: { details: expect.any(String) },
            href: expect.any(String),
          },
        ],
      }),
    ])
  })

  test('nobody has the number: 131026', async () => {
    const { channel } = side({ personalRefusals: 'answer' })
    const to = { phone: '+6281200000000' }
    expect(await channel.send(offered, { to })).toMatchObject({ code: '131026', act: 'giveUp' })
  })

  test('a call opens the window, and so does a message up to its last millisecond', async () => {
    const { whatsapp, sari, channel, to } = side({ personalRefusals: 'answer' })
    await sari.does({ act: 'call' })
    await whatsapp.advance(day - 1)
    expect(await channel.send(hello, { to })).toMatchObject({ outcome: 'accepted' })
    await whatsapp.advance(1)
    expect(await channel.send(hello, { to })).toMatchObject({ code: '131047' })
  })

  test('marketing comes again a day later, and after it was resumed', async () => {
    const { whatsapp, sari, channel, to } = side({ personalRefusals: 'answer' })
    for (const outcome of ['accepted', 'accepted', 'refused']) {
      expect(await channel.send(offered, { to })).toMatchObject({ outcome })
    }
    await whatsapp.advance(day)
    await sari.does({ act: 'stopMarketing' })
    expect(await channel.send(offered, { to })).toMatchObject({ code: '131050' })
    await sari.does({ act: 'resumeMarketing' })
    expect(await channel.send(offered, { to })).toMatchObject({ outcome: 'accepted' })
  })
})

describe('templates', () => {
  const wrong: readonly [what: string, code: string, message: WhatsAppMessage][] = [
    ['that are not there', '132001', named('other')],
    ['in another language', '132001', defineTemplate({ ...offer, language: 'en' })(two())],
    ['that are under review', '132001', named('pending')],
    ['that are paused', '132015', named('paused')],
    ['that are disabled', '132016', named('disabled')],
    ['with a parameter too few', '132000', withBody(offer, 'Halo {{1}}')({ body: { 1: 'Sari' } })],
    ['with a name that is another', '132012', nameInsteadOfNumber()],
    ['with a header of another kind', '132012', headed('video')],
    ['with no header', '132000', headed(undefined)],
    ['whose link lacks its end', '131008', withoutLink()],
  ]

  test.each(wrong)('%s are refused: %s', async (_, refused, message) => {
    const { channel, to } = side()
    const act = refused === '131008' ? 'fixMessage' : 'fixTemplate'
    const expected = { outcome: 'refused', code: refused, act }
    expect(await channel.send(message, { to })).toMatchObject(expected)
  })

  test('of codes go to phones only: 131062', async () => {
    const { whatsapp, sari, channel } = side()
    const message = defineTemplate(code)({ body: { 1: '123456' }, buttons: ['123456'] })
    expect(await channel.send(message, { to: { userId: sari.userId } })).toMatchObject({
      code: '131062',
      act: 'usePhone',
    })
    expect(await channel.send(message, { to: { phone: sari.phone } })).toMatchObject({
      outcome: 'accepted',
    })
    await whatsapp.settle()
    expect(sari.received[0]?.text).toBe('123456 adalah kode Anda.')
  })

  test('are made, reviewed, paused and listed by the Graph API', async () => {
    const { whatsapp, hooks } = side({ templates: [] })
    const headers = { authorization: 'Bearer sandbox-token' }
    const url = 'https://graph.facebook.com/v25.0/102290129340398/message_templates'
    const body = JSON.stringify({
      name: 'ready',
      language: 'id',
      category: 'UTILITY',
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Halo {{1}}' },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Ya' }] },
      ],
    })
    const made = await whatsapp.fetch(url, { method: 'POST', headers, body })
    expect(JSON.parse(await made.text())).toMatchObject({ status: 'PENDING', category: 'UTILITY' })
    await whatsapp.advance(60_000)
    whatsapp.setTemplateStatus('ready', 'id', 'PAUSED')
    await whatsapp.settle()
    const listed = await whatsapp.fetch(`${url}?name=ready`, { headers })
    expect(JSON.parse(await listed.text())).toMatchObject({
      data: [{ name: 'ready', status: 'PAUSED', components: [{ format: 'IMAGE' }, {}, {}] }],
    })
    expect(hooks.map(({ body: hook }) => /"event":"(\w+)"/.exec(hook)?.[1])).toEqual([
      'APPROVED',
      'PAUSED',
    ])
  })

  function two() {
    return { body: { 1: 'Sari', 2: '10%' } }
  }
  function named(name: string): WhatsAppMessage {
    return defineTemplate({ ...offer, name })(two())
  }
  function withBody<const Body extends string>(template: typeof offer, body: Body) {
    return defineTemplate({ ...template, body })
  }
  function nameInsteadOfNumber(): WhatsAppMessage {
    const { body: _, ...rest } = offer
    const same = defineTemplate({ ...rest, body: '{{name}} {{discount}}' })
    return same({ body: { name: 'Sari', discount: '10%' } })
  }
  function headed(header: 'video' | undefined): WhatsAppMessage {
    const { header: _, ...rest } = photo
    const values = { body: { name: 'Sari' }, buttons: ['kopi'] } as const
    return header === undefined
      ? defineTemplate(rest)(values)
      : defineTemplate({ ...rest, header })({ ...values, header: { id: '1' } })
  }
  function withoutLink(): WhatsAppMessage {
    const { buttons: _, ...rest } = photo
    return defineTemplate(rest)({ body: { name: 'Sari' }, header: { id: '1' } })
  }
})

describe('limits of the number', () => {
  test('131056 for more than a burst to one person, passing with the rest that it owes', async () => {
    const { whatsapp, channel, sari, to } = side()
    await sari.writes('Halo')
    // The channel's own limit is out of the way.
    const turn = { granted: true } as const
    const results = []
    for (let i = 0; i < 46; i++) results.push(await channel.send(hello, { to, turn }))
    expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(45)
    expect(results[45]).toMatchObject({ code: '131056', act: 'waitForPerson' })
    await whatsapp.advance(5999)
    expect(await channel.send(hello, { to, turn })).toMatchObject({ code: '131056' })
    await whatsapp.advance(1)
    expect(await channel.send(hello, { to, turn })).toMatchObject({ outcome: 'accepted' })
  })

  test('130429 for more than 80 in a second', async () => {
    const { whatsapp, channel } = side()
    const turn = { granted: true } as const
    const people = Array.from({ length: 81 }, (_, i) => whatsapp.person({ name: `P${i}` }))
    const codes = []
    for (const { phone } of people) {
      codes.push(await channel.send(offered, { to: { phone }, turn }))
    }
    expect(codes[79]).toMatchObject({ outcome: 'accepted' })
    expect(codes[80]).toMatchObject({ code: '130429', act: 'slowDown' })
  })

  test('131048 for more distinct people outside the window than the account may reach', async () => {
    const { whatsapp, channel } = side({
      limits: { peoplePerDay: 2 },
      personalRefusals: 'answer',
    })
    const [a, b, c] = ['A', 'B', 'C'].map((name) => whatsapp.person({ name }))
    const send = (person: typeof a) => channel.send(offered, { to: { phone: person?.phone ?? '' } })
    expect(await send(a)).toMatchObject({ outcome: 'accepted' })
    expect(await send(b)).toMatchObject({ outcome: 'accepted' })
    expect(await send(a)).toMatchObject({ outcome: 'accepted' })
    expect(await send(c)).toMatchObject({ code: '131048' })
    await whatsapp.advance(60_000)
    await c?.writes('Halo')
    expect(await send(c)).toMatchObject({ outcome: 'accepted' })
  })

  test('a token, a registration, an account that is not in order stop everything', async () => {
    const { whatsapp, channel, to } = side()
    whatsapp.setAccessToken('new')
    expect(await channel.send(offered, { to })).toMatchObject({ code: '190', act: 'stop' })
    whatsapp.setAccessToken('sandbox-token')
    await whatsapp.advance(60_000)
    whatsapp.setNumber('106540352242922', { isRegistered: false })
    expect(await channel.send(offered, { to })).toMatchObject({ code: '133010', act: 'stop' })
    await whatsapp.advance(120_000)
    whatsapp.setNumber('106540352242922', { isRegistered: true, refusal: 131042 })
    expect(await channel.send(offered, { to })).toMatchObject({ code: '131042', act: 'stop' })
    await whatsapp.advance(240_000)
    whatsapp.setNumber('106540352242922', { refusal: null })
    expect(await channel.send(offered, { to })).toMatchObject({ outcome: 'accepted' })
  })
})

describe('malformed requests are answered as the Graph API does', () => {
  const url = 'https://graph.facebook.com/v25.0/106540352242922/messages'
  const right = { messaging_product: 'whatsapp', to: '+6281234567890', type: 'text' }
  test.each([
    ['no JSON', '{'],
    ['no product', JSON.stringify({ ...right, messaging_product: undefined, text: { body: 'x' } })],
    ['nobody to send to', JSON.stringify({ ...right, to: undefined, text: { body: 'x' } })],
    ['no body', JSON.stringify(right)],
    ['an empty text', JSON.stringify({ ...right, text: { body: '' } })],
    ['a type that is none', JSON.stringify({ ...right, type: 'poem', poem: {} })],
    [
      'four buttons',
      JSON.stringify({
        ...right,
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: 'x' },
          action: {
            buttons: [1, 2, 3, 4].map((id) => ({
              type: 'reply',
              reply: { id: `${id}`, title: 'x' },
            })),
          },
        },
      }),
    ],
  ])('%s: code 100', async (_, body) => {
    const { whatsapp } = side()
    const headers = { authorization: 'Bearer sandbox-token' }
    const answer = await whatsapp.fetch(url, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
    expect(JSON.parse(await answer.text())).toEqual({
      error: {
        message: '(#100) Invalid parameter',
        type: 'OAuthException',
        code: 100,
        error_data: { messaging_product: 'whatsapp', details: expect.any(String) },
        fbtrace_id: expect.any(String),
      },
    })
    expect(whatsapp.sent()).toEqual([])
  })

  test('places that are not there: code 100; no token: code 190 and 401', async () => {
    const { whatsapp } = side()
    const headers = { authorization: 'Bearer sandbox-token' }
    for (const path of ['', '999', '106540352242922/poems', '102290129340398/media']) {
      const answer = await whatsapp.fetch(`https://x.example/v25.0/${path}`, { headers })
      expect(answer.status).toBe(400)
    }
    expect((await whatsapp.fetch(url, { method: 'POST', body: '{}' })).status).toBe(401)
  })
})

test('prices follow the calendar: service messages cost from the 1,001st of a month on', async () => {
  const { whatsapp, hooks, sari, channel } = side({ start: new Date('2026-10-05T00:00:00Z') })
  const turn = { granted: true } as const
  for (let i = 0; i < 1001; i++) {
    if (i % 500 === 0) await sari.writes('Halo')
    await channel.send(locationMessage({ latitude: 1, longitude: 2 }), {
      to: { phone: sari.phone },
      turn,
    })
    await whatsapp.advance(6000)
  }
  await whatsapp.settle()
  const prices = itemsIn(hooks, 'statuses')
    .filter(({ status }) => status === 'sent')
    .map(({ pricing }) => pricing)
  expect(prices[999]).toMatchObject({ billable: false, type: 'free_customer_service' })
  expect(prices[1000]).toMatchObject({ billable: true, type: 'regular', category: 'service' })
})
