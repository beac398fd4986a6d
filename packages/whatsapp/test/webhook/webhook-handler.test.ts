import { type DeadLetterInput, LanggananError, type Shop } from '@langganan/core'
import { expect, test } from 'vitest'
import { sign, type WebhookOptions, type WebhookReport, webhookHandler } from '../../src/index.ts'
import { contact, envelope, envelopeOf, messagesOf, text } from '../support/envelopes.ts'
import {
  bytesOf,
  handshake,
  request,
  secret,
  signedRequest,
  verifyToken,
} from '../support/requests.ts'
import { newShop } from '../support/shops.ts'

async function opened(more: Partial<WebhookOptions> = {}) {
  const shop = await newShop()
  const reports: WebhookReport[] = []
  const onReport = (report: WebhookReport) => void reports.push(report)
  const options = { secrets: secret, verifyToken, shop, onReport, ...more } as WebhookOptions
  return { shop, reports, handle: webhookHandler(options) }
}

const hello = JSON.stringify(messagesOf([text('Halo')], [contact('Sari')]))

test('the handshake gives the challenge back, as plain text', async () => {
  const { handle, reports } = await opened()
  const right = {
    'hub.mode': 'subscribe',
    'hub.verify_token': verifyToken,
    'hub.challenge': '<b>115',
  }
  const response = await handle(handshake(right))
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<b>115')
  expect(response.headers.get('content-type')).toMatch('text/plain')
  for (const wrong of [
    { ...right, 'hub.verify_token': 'verify-tokem' },
    { ...right, 'hub.verify_token': '' },
    { ...right, 'hub.mode': 'unsubscribe' },
    { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken },
    {},
  ]) {
    expect((await handle(handshake(wrong))).status).toBe(403)
  }
  expect(reports.map(({ outcome }) => outcome)).toEqual([
    'verified',
    ...Array.from({ length: 5 }, () => 'wrongToken'),
  ])
})

test('a signed message becomes a customer with an open window', async () => {
  const clock = () => Date.parse('2026-01-01T05:00:00Z')
  const { shop, handle, reports } = await opened({ shop: await newShop('memory', { clock }) })
  expect((await handle(await signedRequest(hello))).status).toBe(200)
  expect(reports).toMatchObject([{ outcome: 'accepted', status: 200, applied: 1 }])
  expect(shop).toBeDefined()
})

test('one secret may take the place of another', async () => {
  const { handle } = await opened({ secrets: ['new', 'old'] })
  expect((await handle(await signedRequest(hello, 'old'))).status).toBe(200)
  expect((await handle(await signedRequest(hello, 'new'))).status).toBe(200)
  expect((await handle(await signedRequest(hello, 'older'))).status).toBe(401)
})

test.each<[what: string, header: string | undefined]>([
  ['no header', undefined],
  ['an empty one', ''],
  ['no digest', 'sha256='],
  ['another algorithm', `sha1=${'0'.repeat(64)}`],
  ['an odd length', `sha256=${'0'.repeat(63)}`],
  ['a short digest', 'sha256=00'],
  ['a long digest', `sha256=${'0'.repeat(66)}`],
  ['no hexadecimal', `sha256=${'z'.repeat(64)}`],
  ['zeros', `sha256=${'0'.repeat(64)}`],
])('a signature that is %s is refused', async (_what, header) => {
  const { handle, reports, shop } = await opened()
  const headers: Record<string, string> =
    header === undefined ? {} : { 'x-hub-signature-256': header }
  expect((await handle(request(bytesOf(hello), headers))).status).toBe(401)
  expect(reports).toMatchObject([{ outcome: 'wrongSignature' }])
  expect((await shop.customers.list()).rows).toEqual([])
})

test.each<[outcome: string, status: number, body: string]>([
  ['noBody', 400, ''],
  ['invalidJson', 400, '{"object":'],
  ['otherProduct', 200, '{"object":"page","entry":[]}'],
  ['otherProduct', 200, '[]'],
  ['accepted', 200, '{"object":"whatsapp_business_account","entry":[]}'],
])('%s is answered %i', async (outcome, status, body) => {
  const { handle, reports } = await opened()
  expect((await handle(await signedRequest(body))).status).toBe(status)
  expect(reports).toMatchObject([{ outcome, status }])
})

test('bytes that are no UTF-8 are no JSON', async () => {
  const { handle, reports } = await opened()
  const body = new Uint8Array([0x22, 0xff, 0x22])
  const headers = { 'x-hub-signature-256': await sign(body, secret) }
  expect((await handle(request(body, headers))).status).toBe(400)
  expect(reports).toMatchObject([{ outcome: 'invalidJson' }])
})

test('10 MB are not read to the end, whatever length they say', async () => {
  const { handle, reports } = await opened()
  const part = new Uint8Array(65_536)
  let given = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += part.length
      if (given > 10_000_000) controller.close()
      else controller.enqueue(part)
    },
  })
  const sent = { method: 'POST', body, duplex: 'half' } as const
  expect((await handle(new Request('https://shop.example/', sent))).status).toBe(413)
  expect(given).toBeLessThan(3_500_000)
  const said = { 'content-length': '10000000' }
  expect((await handle(request(bytesOf('x'), said))).status).toBe(413)
  expect(reports.map(({ outcome }) => outcome)).toEqual(['tooLarge', 'tooLarge'])
})

test('3 MB are read', async () => {
  const { handle } = await opened()
  const body = JSON.stringify(messagesOf([text('x'.repeat(2_900_000))], [contact('Sari')]))
  expect((await handle(await signedRequest(body))).status).toBe(200)
})

test('a body that breaks off, and other methods', async () => {
  const { handle, reports } = await opened()
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error('gone')),
  })
  const sent = { method: 'POST', body, duplex: 'half' } as const
  expect((await handle(new Request('https://shop.example/', sent))).status).toBe(400)
  const put = await handle(new Request('https://shop.example/', { method: 'PUT', body: 'x' }))
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST'])
  expect(reports.map(({ outcome }) => outcome)).toEqual(['interrupted', 'wrongMethod'])
})

test('each number’s shop gets its own; a number of no shop is counted', async () => {
  const shops: Record<string, Shop> = { 1: await newShop(), 2: await newShop() }
  const at = (id: string, message: string) => ({
    field: 'messages',
    value: { metadata: { phone_number_id: id }, messages: [text('Halo', { id: message })] },
  })
  const { handle, reports } = await opened({
    shop: undefined,
    shopFor: (id: string) => shops[id],
  } as never)
  const body = envelopeOf([at('1', 'a'), at('2', 'b'), at('3', 'c'), at('1', 'd')])
  expect((await handle(await signedRequest(JSON.stringify(body)))).status).toBe(200)
  const people = async (id: string) => (await shops[id]!.customers.list()).rows
  const [[one], [two]] = [await people('1'), await people('2')]
  expect(await shops[1]!.interactions.of(one!.id)).toHaveLength(2)
  expect(await shops[2]!.interactions.of(two!.id)).toHaveLength(1)
  expect(reports).toMatchObject([{ applied: 3, unknownNumbers: { 3: 1 } }])
})

test('one bad item is a dead letter, reported without what it says, and the rest is taken in', async () => {
  const dead: DeadLetterInput[] = []
  const { handle, reports, shop } = await opened({
    onDeadLetters: (letters) => void dead.push(...letters),
  })
  const nobody = text('Rahasia', { id: 'nobody', from: undefined })
  const timeless = text('Rahasia', { timestamp: 'never' })
  const poll = text('Rahasia', { id: 'poll', type: 'poll' })
  const messages = [timeless, text('Halo', { id: 'good' }), nobody, poll]
  const body = JSON.stringify(messagesOf(messages))
  expect((await handle(await signedRequest(body))).status).toBe(200)
  expect((await shop.customers.list()).rows).toHaveLength(1)
  expect(dead.map(({ kind, payload }) => [kind, JSON.parse(payload)])).toEqual([
    ['unknown', messagesOf([poll])],
    ['rejected', messagesOf([timeless])],
    ['refused', messagesOf([nobody])],
  ])
  const { rows } = await shop.deadLetters.list()
  expect(rows.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['unknown', 'messageType poll'],
    ['rejected', dead[1]?.reason],
    ['refused', 'INVALID_INPUT'],
  ])
  expect(reports).toMatchObject([
    {
      applied: 2,
      rejected: [{ place: 'entry[0].changes[0].value.messages[0]' }],
      refused: [{ place: 'entry[0].changes[0].value.messages[2]', code: 'INVALID_INPUT' }],
      unknown: [{ what: 'messageType', name: 'poll' }],
      deadLettersKept: 3,
    },
  ])
  expect(JSON.stringify(reports)).not.toMatch(/Rahasia|6281234567890|Halo/)
})

test.each([
  ['STORAGE_BUSY', 503],
  ['STORAGE_FAILED', 500],
] as const)(
  'a storage that fails with %s is answered %i, so that all comes again',
  async (code, status) => {
    const { shop } = await opened()
    const broken: Shop = {
      ...shop,
      interactions: {
        ...shop.interactions,
        record: () => Promise.reject(new LanggananError(code, 'Broken.')),
      },
    }
    const { handle, reports } = await opened({ shop: broken })
    expect((await handle(await signedRequest(hello))).status).toBe(status)
    expect(reports).toMatchObject([{ outcome: 'failed', status, error: { code } }])
  },
)

test('what the host’s own functions throw: events come again, reports do not matter', async () => {
  const fails = () => {
    throw new Error('host')
  }
  const { handle: events } = await opened({ onEvents: fails })
  expect((await events(await signedRequest(hello))).status).toBe(500)
  const { handle: finding } = await opened({ shop: undefined, shopFor: fails } as never)
  expect((await finding(await signedRequest(hello))).status).toBe(500)
})

test('the host gets the events of a shop once they are in', async () => {
  const seen: string[] = []
  const { handle } = await opened({
    async onEvents(events, shop) {
      const { rows } = await shop.customers.list()
      seen.push(...rows.map(({ name }) => name), ...events.map(({ type }) => type))
    },
  })
  await handle(await signedRequest(hello))
  expect(seen).toEqual(['Sari', 'message'])
})

test('without a secret, a token or a shop there is no handler', async () => {
  const shop = await newShop()
  const whole = { secrets: secret, verifyToken, shop }
  for (const wrong of [
    { ...whole, secrets: '' },
    { ...whole, secrets: [] },
    { ...whole, secrets: ['a', ''] },
    { ...whole, secrets: undefined },
    { ...whole, verifyToken: '' },
    { ...whole, shop: undefined },
    { ...whole, shopFor: () => shop },
    { ...whole, maxBytes: 0 },
  ]) {
    expect(() => webhookHandler(wrong as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
  }
})

test('an envelope of the account has nothing for a shop', async () => {
  const { handle, reports } = await opened()
  const body = envelope('message_template_status_update', { event: 'PAUSED' })
  expect((await handle(await signedRequest(JSON.stringify(body)))).status).toBe(200)
  expect(reports).toMatchObject([{ events: { templateStatus: 1 }, applied: 0 }])
})

test('a number of which `shopFor` says null is no shop’s, whatever its id is', async () => {
  const { handle, reports } = await opened({ shop: undefined, shopFor: () => null } as never)
  const metadata = { phone_number_id: '__proto__' }
  const bodies = [hello, JSON.stringify(envelope('messages', { metadata, messages: [text('a')] }))]
  for (const body of bodies) expect((await handle(await signedRequest(body))).status).toBe(200)
  expect(reports.map(({ unknownNumbers }) => Object.entries(unknownNumbers))).toEqual([
    [['100000000000001', 1]],
    [['__proto__', 1]],
  ])
})

test('what other shops took in is counted though one fails', async () => {
  const shop = await newShop()
  const { handle, reports } = await opened({
    shop: undefined,
    shopFor: (id: string) => (id === '2' ? Promise.reject(new Error('host')) : shop),
  } as never)
  const changes = ['1', '2'].map((phone_number_id) => ({
    field: 'messages',
    value: { metadata: { phone_number_id }, messages: [text('a')] },
  }))
  expect((await handle(await signedRequest(JSON.stringify(envelopeOf(changes))))).status).toBe(500)
  expect(reports).toMatchObject([{ outcome: 'failed', applied: 1, events: { message: 2 } }])
})

test('who is given dead letters and fails has them sent again, and what was taken in is told all the same', async () => {
  const { handle, reports, shop } = await opened({
    onDeadLetters: () => {
      throw new Error('the disk is full')
    },
  })
  const messages = [text('Halo', { id: 'good' }), text('Halo', { timestamp: 'never' })]
  const body = JSON.stringify(messagesOf(messages))
  expect((await handle(await signedRequest(body))).status).toBe(500)
  expect(reports).toMatchObject([
    {
      outcome: 'failed',
      applied: 1,
      rejected: [{ place: 'entry[0].changes[0].value.messages[1]' }],
      deadLettersKept: 1,
      error: { message: 'the disk is full' },
    },
  ])
  expect((await shop.customers.list()).rows).toHaveLength(1)
})
