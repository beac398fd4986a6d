import type { Shop } from '@langganan/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attribution,
  type Ingested,
  type IngestOptions,
  ingest,
  type Parsed,
  parse,
} from '../../src/index.ts'
import { contact, envelope, message, messagesOf, text } from '../support/envelopes.ts'
import { newShop } from '../support/shops.ts'

const runs = Number(process.env.LANGGANAN_RUNS ?? 1_500)

const sari = contact('Sari', { user_id: 'ID.1' })
const whose = { from_user_id: 'ID.1', from_parent_user_id: 'ID.ENT.1' }
const echoed = { from: '6285550000', to: '6281234567890', to_user_id: 'ID.1' }
const time = { timestamp: '1767225600' }
const item = { product_retailer_id: 'KOPI', quantity: 1, item_price: 55_000, currency: 'IDR' }

const bodies: Readonly<Record<string, unknown>> = {
  text: { body: 'Halo' },
  image: { id: '1', mime_type: 'image/jpeg', sha256: 'x', caption: 'Ini' },
  audio: { id: '1', voice: true },
  document: { id: '1', filename: 'a.pdf' },
  location: { latitude: 1, longitude: 2, name: 'Toko', address: 'Jalan', url: 'u' },
  contacts: [{ name: { formatted_name: 'Budi' }, phones: [{ phone: '1', wa_id: '2', type: 'x' }] }],
  interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Ya' } },
  button: { payload: 'p', text: 'Ya' },
  reaction: { message_id: 'wamid.B', emoji: '👍' },
  order: { catalog_id: 'c', text: 'Cepat ya', product_items: [item, item] },
  unsupported: {},
}

const around = {
  context: {
    id: 'wamid.Q',
    from: '6285550000',
    forwarded: true,
    frequently_forwarded: false,
    referred_product: { catalog_id: 'c', product_retailer_id: 'KOPI' },
  },
  referral: {
    source_type: 'ad',
    source_id: '12',
    source_url: 'u',
    headline: 'h',
    body: 'b',
    media_type: 'image',
    ctwa_clid: 'click',
    welcome_message: { text: 'w' },
  },
  errors: [{ code: 131051, title: 't', error_data: { details: 'd' } }],
}

const status = {
  id: 'wamid.S',
  status: 'failed',
  ...time,
  recipient_id: '6281234567890',
  recipient_user_id: 'ID.1',
  biz_opaque_callback_data: 'x',
  conversation: { id: 'c', origin: { type: 'service' }, expiration_timestamp: '1767225600' },
  pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
  errors: [{ code: 131049, title: 't', message: 'm', error_data: { details: 'd' }, href: 'h' }],
}

const changed = { type: 'user_changed_number', wa_id: '6281999999999', user_id: 'ID.2' }
const entry = { full_name: 'Sari', first_name: 'S', phone_number: '6281234567890', user_id: 'ID.1' }
const call = { id: 'c', event: 'connect', direction: 'USER_INITIATED', ...time, ...whose }
const preference = { category: 'marketing_messages', value: 'stop', detail: 'd', ...time }
const thread = { id: '6281234567890', context: { wa_id: '6281234567890', user_id: 'ID.1' } }
const old = message('text', { body: 'a' }, { ...whose, history_context: { status: 'READ' } })

/** Documented events, one in each envelope. */
const events: Readonly<Record<string, object>> = {
  ...Object.fromEntries(
    Object.entries(bodies).map(([type, body]) => {
      const told = message(type, body, { ...whose, ...around })
      return [type, envelope('messages', { contacts: [sari], messages: [told] })]
    }),
  ),
  status: envelope('messages', { contacts: [sari], statuses: [status] }),
  echo: envelope('smb_message_echoes', {
    message_echoes: [message('text', { body: 'a' }, echoed)],
  }),
  history: envelope('history', { history: [{ threads: [{ ...thread, messages: [old] }] }] }),
  preference: envelope('user_preferences', {
    contacts: [sari],
    user_preferences: [{ wa_id: '6281234567890', user_id: 'ID.1', ...preference }],
  }),
  contact: envelope('smb_app_state_sync', {
    state_sync: [{ type: 'contact', action: 'add', contact: entry, metadata: time }],
  }),
  numberChanged: envelope('messages', { messages: [message('system', changed, whose)] }),
  userIdChanged: envelope('user_id_update', {
    user_id_update: [
      { wa_id: '6281234567890', user_id: { previous: 'ID.1', current: 'ID.2' }, ...time },
    ],
  }),
  call: envelope('calls', { contacts: [sari], calls: [{ from: '6281234567890', ...call }] }),
}

/** What holds events, of which this is about one. */
const lists: readonly string[] = [
  ...['messages', 'statuses', 'message_echoes', 'calls', 'state_sync'],
  ...['user_preferences', 'user_id_update'],
]
const enclosing: readonly string[] = [
  ...['object', 'entry', 'changes', 'field', 'value', 'metadata', 'phone_number_id'],
  ...['history', 'threads', ...lists],
]
/** What an event cannot be without. */
const needed: readonly string[] = [
  ...['id', 'type', 'timestamp', 'status', 'event', 'category', 'value', 'action'],
  ...['contact', 'system', 'user_id'],
]

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    '\0',
    'a\0b',
    'a\uD800b',
    '\u200B',
    '__proto__',
  ),
  fc.constantFrom<unknown>(0, -1, -1.5, 1e99, 123, true, false, [], {}, ['a'], { a: 1 }),
  fc.constantFrom(65, 201, 300, 501, 600, 1_001, 5_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(20, 50, 400, 600).map((length) => '9'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const places = Object.values(events).flatMap((whole) =>
  [...placesIn(whole)].map((place) => ({ whole, place })),
)

test(`${runs} times one odd field in ${Object.keys(events).length} kinds of event: each is taken in`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), odd, async ({ whole, place }, value) => {
      const { applied, refused, rejected } = await take(replaced(whole, place, value))
      expect({ applied, refused, rejected }).toEqual({ applied: 1, refused: [], rejected: [] })
    }),
    { numRuns: runs },
  )
})

/** What becomes of an envelope in a shop that knows Sari. */
async function take(envelope: unknown): Promise<Ingested & Pick<Parsed, 'rejected'>> {
  const shop = await newShop()
  await shop.customers.add({ name: 'Sari', phone: '+6281234567890', userId: 'ID.1' })
  return tell(shop, envelope)
}

async function tell(
  shop: Shop,
  envelope: unknown,
  options: IngestOptions = {},
): Promise<Ingested & Pick<Parsed, 'rejected'>> {
  const { events: told, rejected } = parse(envelope)
  const ofNumbers = told.filter((event) => 'number' in event)
  return { ...(await ingest(shop, ofNumbers, options)), rejected }
}

type Place = readonly string[]

/** Where something stands that an event can do without. */
function* placesIn(whole: object, before: Place = []): Generator<Place> {
  for (const [name, value] of Object.entries(whole)) {
    const place = [...before, name]
    if (!isNeeded(place, value)) yield place
    if (typeof value === 'object' && value !== null) yield* placesIn(value, place)
  }
}

function isNeeded(place: Place, value: unknown): boolean {
  const [name = '', parent = '', list = ''] = place.toReversed()
  if (/^\d+$/.test(name)) return enclosing.includes(parent)
  if (name === 'user_id') return typeof value === 'object'
  if (parent === 'metadata' && list === '0') return name === 'phone_number_id'
  const isOfEvent = lists.includes(list) && needed.includes(name)
  const saysWhich = name === 'current' || (parent === 'system' && name === 'type')
  return isOfEvent || saysWhich || enclosing.includes(name)
}

function replaced(whole: unknown, [name = '', ...rest]: Place, value: unknown): unknown {
  if (typeof whole !== 'object' || whole === null) return value
  const made = rest.length === 0 ? value : replaced(Reflect.get(whole, name), rest, value)
  if (Array.isArray(whole)) return whole.map((each, i) => (String(i) === name ? made : each))
  return { ...whole, [name]: made }
}

describe('what a shop cannot keep as it was told', () => {
  const long = 'x'.repeat(600)

  test('an ad click id or the id of an ad is left out; the kind of the source is cut', async () => {
    const shop = await newShop()
    const referral = { source_type: `ad ${long}`, source_id: long, ctwa_clid: long }
    await tell(shop, messagesOf([text('Halo', { referral })]))
    const [row] = (await shop.customers.list()).rows
    expect(row).toMatchObject({ campaign: null, adClickId: null })
    expect(row?.source).toHaveLength(200)
  })

  test('nor is what the host attributes a reason to lose a message', async () => {
    for (const said of [{ source: long }, { source: '\0' }, null, { source: 5 }]) {
      const shop = await newShop()
      const attribution = () => said as Attribution
      const body = messagesOf([text('Halo', { referral: { source_type: 'ad' } })])
      expect(await tell(shop, body, { attribution })).toMatchObject({ applied: 1, refused: [] })
    }
  })

  test('an order is kept, its note cut, and in doubt where a line is not whole', async () => {
    const shop = await newShop()
    const told = [
      { text: 'x'.repeat(4_096), product_items: [item] },
      { product_items: [{ ...item, product_retailer_id: long }] },
      { product_items: [{ ...item, item_price: '9'.repeat(400) }] },
      { product_items: [item, { ...item, currency: ' ' }] },
      { product_items: Array.from({ length: 2_000 }, () => item) },
      { product_items: [{ ...item, item_price: '55.000' }] },
      { product_items: [{ ...item, item_price: 2 ** 52, quantity: 2 ** 52 }] },
    ]
    const orders = told.map((order, i) => message('order', order, { id: `wamid.${i}` }))
    expect(await tell(shop, messagesOf(orders))).toMatchObject({ applied: 7, refused: [] })
    const { rows } = await shop.drafts.open()
    const drafts = rows.toSorted((a, b) => (a.reference ?? '').localeCompare(b.reference ?? ''))
    expect(drafts.map(({ doubts }) => doubts)).toEqual([
      [],
      ['noPrice'],
      ['noPrice'],
      ['noCurrency', 'severalCurrencies'],
      ['noQuantity', 'noPrice', 'noCurrency', 'severalCurrencies'],
      ['noPrice'],
      ['tooMuch'],
    ])
    expect(drafts[0]?.note).toHaveLength(2_000)
    expect(drafts[4]?.lines.at(-1)).toMatchObject({ product: '1001 more lines', quantity: 0 })
  })

  test('a sender written as a number is that number', async () => {
    const shop = await newShop()
    await tell(shop, messagesOf([text('Halo', { from: 6281234567890 })]))
    expect(await shop.customers.find('phone', '0812-3456-7890')).not.toBeNull()
  })
})
