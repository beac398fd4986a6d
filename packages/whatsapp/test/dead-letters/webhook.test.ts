import { type DeadLetterInput, LanggananError, type Shop } from '@langganan/core'
import { expect, test } from 'vitest'
import {
  ingest,
  parse,
  retryDeadLetters,
  type WebhookOptions,
  type WebhookReport,
  webhookHandler,
} from '../../src/index.ts'
import { contact, envelopeOf, messagesOf, text } from '../support/envelopes.ts'
import { secret, signedRequest, verifyToken } from '../support/requests.ts'
import { newShop, now } from '../support/shops.ts'
import { storageNames } from '../support/storages.ts'

async function opened(shop: Shop, more: Partial<WebhookOptions> = {}) {
  const reports: WebhookReport[] = []
  const onReport = (report: WebhookReport) => void reports.push(report)
  const options = { secrets: secret, verifyToken, shop, onReport, ...more } as WebhookOptions
  const handle = webhookHandler(options)
  const post = async (body: object) => handle(await signedRequest(JSON.stringify(body)))
  return { reports, post }
}

/** An advertisement that the host's own function refuses. */
const referral = { source_url: 'https://fb.me/1', source_id: '77', source_type: 'ad' }
const refuses = () => {
  throw new LanggananError('INVALID_INPUT', 'No such advertisement.')
}

test.each(storageNames)(
  'of 1,000 updates with a bad one 999 are applied, on %s; it is kept once and taken in later',
  async (storage) => {
    let time = now
    const shop = await newShop(storage, { clock: () => time })
    const sender = (n: number) => ({
      id: `wamid.${n}`,
      from: `62812345${String(n).padStart(5, '0')}`,
    })
    const messages = Array.from({ length: 1_000 }, (_, n) =>
      text('Rahasia', { ...sender(n), ...(n === 500 ? { referral } : {}) }),
    )
    const contacts = [contact('Budi Rahasia', { wa_id: sender(500).from })]
    const { reports, post } = await opened(shop, { attribution: refuses })
    for (const _ of [1, 2, 3]) {
      expect((await post(messagesOf(messages, contacts))).status).toBe(200)
      time += 60_000
    }
    expect(reports).toMatchObject([1, 2, 3].map(() => ({ applied: 999, deadLettersKept: 1 })))
    expect((await shop.reports.monitoring()).total).toBe(999)
    const { rows } = await shop.deadLetters.list()
    expect(rows).toMatchObject([
      {
        source: 'whatsapp',
        kind: 'refused',
        reason: 'INVALID_INPUT',
        place: 'entry[0].changes[0].value.messages[500]',
        times: 3,
        receivedAt: new Date(now),
        lastReceivedAt: new Date(now + 120_000),
      },
    ])
    const said = JSON.stringify([reports, rows, (await shop.events.read({ limit: 1_000 })).events])
    expect(said).not.toMatch(/Rahasia|62812345/)

    expect(await retryDeadLetters(shop, { attribution: refuses })).toEqual({ applied: 0, open: 1 })
    expect((await shop.deadLetters.list()).rows).toEqual(rows)
    expect(await retryDeadLetters(shop)).toEqual({ applied: 1, open: 0 })
    expect(await retryDeadLetters(shop)).toEqual({ applied: 0, open: 0 })
    const found = await shop.customers.find('whatsapp', sender(500).from)
    expect(found).toMatchObject({ name: 'Budi Rahasia', source: 'ad', campaign: '77' })
    const settled = await shop.deadLetters.list({ settled: true })
    expect(settled.rows).toMatchObject([{ id: rows[0]?.id, outcome: 'applied' }])
    expect(await shop.deadLetters.get(rows[0]?.id ?? '')).toMatchObject({ payload: null })
    expect(await shop.verify()).toMatchObject({ findings: [] })
  },
  240_000,
)

/** A shop whose storage fails where messages of this id are recorded. */
function failingAt(shop: Shop, id: string, code: 'STORAGE_FAILED' | 'CUSTOMER_NOT_FOUND'): Shop {
  const { interactions } = shop
  const record: typeof interactions.record = (input) =>
    input.reference === id
      ? Promise.reject(new LanggananError(code, 'Broken.'))
      : interactions.record(input)
  return { ...shop, interactions: { ...interactions, record } }
}

test('what is dead is kept although something failed in the same batch, and all comes again', async () => {
  const shop = await newShop()
  const broken = failingAt(shop, 'wamid.2', 'STORAGE_FAILED')
  const { reports, post } = await opened(broken)
  const nobody = text('Halo', { id: 'wamid.1', from: undefined })
  const timeless = text('Halo', { timestamp: 'never' })
  const body = messagesOf([nobody, text('Halo', { id: 'wamid.2' }), timeless])
  expect((await post(body)).status).toBe(500)
  expect(reports).toMatchObject([{ outcome: 'failed', error: { code: 'STORAGE_FAILED' } }])
  const kinds = async () => (await shop.deadLetters.list()).rows.map(({ kind }) => kind)
  expect(await kinds()).toEqual(['rejected', 'refused'])
  // Of events given directly too, with where they were read.
  const { events } = parse(body)
  const given = events.filter((event) => event.type === 'message')
  const fails = ingest(broken, given, { envelope: body })
  await expect(fails).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
  expect((await shop.deadLetters.list()).rows).toMatchObject([{ times: 1 }, { times: 2 }])
})

test('a storage that cannot keep what is dead is answered 500, so that it comes again', async () => {
  const shop = await newShop()
  const recordMany = () => Promise.reject(new LanggananError('STORAGE_FAILED', 'Broken.'))
  const broken: Shop = { ...shop, deadLetters: { ...shop.deadLetters, recordMany } }
  const { post } = await opened(broken)
  const body = messagesOf([text('Halo', { timestamp: 'never' }), text('Halo')])
  expect((await post(body)).status).toBe(500)
  const { post: again } = await opened(shop)
  expect((await again(body)).status).toBe(200)
  expect((await shop.deadLetters.list()).rows).toMatchObject([{ times: 1 }])
})

test('each shop keeps its own; what is of no shop’s number is given to the host only', async () => {
  const shops: Record<string, Shop> = { 1: await newShop(), 2: await newShop() }
  const given: string[] = []
  const { reports, post } = await opened(await newShop(), {
    shop: undefined,
    shopFor: (id: string) => shops[id],
    onDeadLetters: (letters: readonly DeadLetterInput[]) =>
      void given.push(...letters.map(({ place }) => place ?? '')),
  } as never)
  const of = (number: object | undefined) => ({
    field: 'messages',
    value: { metadata: number, messages: [text('Rahasia', { timestamp: 'never' })] },
  })
  const numbers = ['1', '2', '3'].map((id) => of({ phone_number_id: id }))
  await post(envelopeOf([...numbers, of(undefined)]))
  const places = [0, 1, 2].map((i) => `entry[0].changes[${i}].value.messages[0]`)
  expect(given.sort()).toEqual([...places, 'entry[0].changes[3].value'])
  const kept = async (id: string) => (await shops[id]!.deadLetters.list()).rows
  expect(await kept('1')).toMatchObject([{ place: places[0] }])
  expect(await kept('2')).toMatchObject([{ place: places[1] }])
  expect(reports).toMatchObject([{ deadLettersKept: 2, unknownNumbers: {} }])
})

test('one shop that fails keeps nothing from the others', async () => {
  const [good, bad] = [await newShop(), await newShop()]
  await bad.close()
  const { post } = await opened(good, {
    shop: undefined,
    shopFor: (id: string) => (id === '1' ? bad : good),
  } as never)
  const at = (id: string) => ({
    field: 'messages',
    value: { metadata: { phone_number_id: id }, messages: [text('Halo', { id: `wamid.${id}` })] },
  })
  expect((await post(envelopeOf([at('1'), at('2')]))).status).toBe(503)
  expect((await good.reports.monitoring()).total).toBe(1)
})

test('a shop that wants none keeps none', async () => {
  const shop = await newShop()
  const { reports, post } = await opened(shop, { keepDeadLetters: false })
  await post(messagesOf([text('Halo', { timestamp: 'never' })]))
  expect((await shop.deadLetters.list()).rows).toEqual([])
  expect(reports).toMatchObject([{ deadLettersKept: 0, rejected: [{}] }])
})

test('what cannot be written as JSON, or is too long, is kept as far as it can be looked at', async () => {
  const shop = await newShop()
  const { post } = await opened(shop)
  const deep = `{"object":"whatsapp_business_account","entry":[${'['.repeat(400_000)}${']'.repeat(400_000)}]}`
  const handle = webhookHandler({ secrets: secret, verifyToken, shop })
  expect((await handle(await signedRequest(deep))).status).toBe(200)
  expect((await post(messagesOf([{ text: '🙂'.repeat(700_000) }]))).status).toBe(200)
  const { rows } = await shop.deadLetters.list()
  const payloads = await Promise.all(rows.map(({ id }) => shop.deadLetters.get(id)))
  expect(payloads.map(({ payload }) => payload?.length)).toEqual([15, expect.any(Number)])
  expect(await retryDeadLetters(shop)).toEqual({ applied: 0, open: 2 })
})

test('what was refused because somebody was gone is taken in once that is not so any more', async () => {
  const shop = await newShop()
  const { post } = await opened(failingAt(shop, 'wamid.A', 'CUSTOMER_NOT_FOUND'))
  await post(messagesOf([text('Halo')], [contact('Sari')]))
  expect((await shop.deadLetters.list()).rows).toMatchObject([{ reason: 'CUSTOMER_NOT_FOUND' }])
  expect(await retryDeadLetters(shop)).toEqual({ applied: 1, open: 0 })
  expect((await shop.customers.list()).rows).toMatchObject([{ name: 'Sari' }])
})
