import type { Shop } from '@langganan/core'
import { describe, expect, test } from 'vitest'
import { type ChatEvent, type IngestOptions, ingest, parse } from '../../src/index.ts'
import { contact, envelope, message, messagesOf, text } from '../support/envelopes.ts'
import { newShop, now } from '../support/shops.ts'
import { storageNames } from '../support/storages.ts'

const hour = 3_600_000
const seconds = (at: number) => String(at / 1000)
/** The number that WhatsApp knows the tests' shop by. */
const numberId = '100000000000001'

function take(shop: Shop, body: object, options: IngestOptions = {}) {
  const events = parse(body).events.filter((event): event is ChatEvent => 'number' in event)
  return ingest(shop, events, options)
}

async function everybody(shop: Shop) {
  const { rows } = await shop.customers.list()
  return Promise.all(rows.map(({ id }) => shop.customers.get(id)))
}

describe.each(storageNames)('on %s', (storage) => {
  test('a first message becomes a customer with a name, a number and an open window', async () => {
    const shop = await newShop(storage)
    const at = now - hour
    const body = messagesOf([text('Halo', { timestamp: seconds(at) })], [contact('Sari')])
    expect(await take(shop, body)).toEqual({
      applied: 1,
      passedOver: 0,
      refused: [],
      conflicts: [],
    })
    const [sari] = await everybody(shop)
    expect(sari).toMatchObject({
      name: 'Sari',
      phone: '+6281234567890',
      whatsapp: ['6281234567890'],
      acquisition: 'inbound',
    })
    expect(await shop.interactions.window(sari!.id, numberId)).toEqual({
      state: 'free-form',
      closesAt: new Date(at + 24 * hour),
    })
    expect(await shop.customers.find('phone', '0812-3456-7890')).toEqual(sari)
  })

  test('the same message again changes nothing', async () => {
    const shop = await newShop(storage)
    const body = messagesOf([text('Halo'), text('Halo')], [contact('Sari')])
    await take(shop, body)
    const events = (await shop.events.read()).events.length
    expect(await take(shop, body)).toMatchObject({ applied: 2, refused: [] })
    expect((await shop.events.read()).events.length).toBe(events)
    const [sari] = await everybody(shop)
    expect(await shop.interactions.of(sari!.id)).toHaveLength(1)
  })

  test('a message without a number, found again by user id, meets its phone without a duplicate', async () => {
    const shop = await newShop(storage)
    const hidden = { from: '', from_user_id: 'ID.1' }
    const known = { profile: { name: 'Sari' }, user_id: 'ID.1' }
    await take(shop, messagesOf([text('a', { id: '1', ...hidden })], [known]))
    await take(shop, messagesOf([text('b', { id: '2', ...hidden })], [known]))
    const [sari, nobody] = await everybody(shop)
    expect(nobody).toBeUndefined()
    expect(sari).toMatchObject({ name: 'Sari', phone: null, userIds: ['ID.1'] })
    const shown = text('c', { id: '3', from_user_id: 'ID.1' })
    await take(shop, messagesOf([shown], [{ ...known, wa_id: '6281234567890' }]))
    await take(shop, messagesOf([text('d', { id: '4' })]))
    expect(await everybody(shop)).toMatchObject([
      { id: sari!.id, phone: '+6281234567890', userIds: ['ID.1'] },
    ])
    expect(await shop.interactions.of(sari!.id)).toHaveLength(4)
  })

  test('a preference tells the number of somebody known by user id alone, whatever comes first', async () => {
    const hidden = messagesOf(
      [text('a', { id: '1', from: '', from_user_id: 'ID.1' })],
      [{ user_id: 'ID.1' }],
    )
    const stop = { category: 'marketing_messages', value: 'stop', timestamp: seconds(now - hour) }
    const told = envelope('user_preferences', {
      user_preferences: [{ wa_id: '6281234567890', user_id: 'ID.1', ...stop }],
    })
    for (const bodies of [
      [hidden, told],
      [told, hidden],
    ]) {
      const shop = await newShop(storage)
      for (const body of bodies) await take(shop, body)
      expect(await everybody(shop)).toMatchObject([
        { name: '+6281234567890', phone: '+6281234567890', userIds: ['ID.1'] },
      ])
    }
  })

  test('phone and user id of two customers: the phone decides, nobody is merged, the conflict is told', async () => {
    const shop = await newShop(storage)
    const sari = await shop.customers.add({ name: 'Sari', phone: '+6281234567890' })
    const budi = await shop.customers.add({ name: 'Budi', userId: 'ID.1' })
    const body = messagesOf([text('a', { from_user_id: 'ID.1' })], [contact('Sari')])
    const { conflicts, applied } = await take(shop, body)
    expect(applied).toBe(1)
    expect(conflicts).toMatchObject([{ place: 'entry[0].changes[0].value.messages[0]' }])
    expect(new Set(conflicts[0]!.customers)).toEqual(new Set([sari.id, budi.id]))
    await take(shop, body)
    expect(await shop.conflicts.list()).toMatchObject({
      rows: [{ customers: [sari.id, budi.id].sort() }],
    })
    expect(await shop.interactions.of(sari.id)).toHaveLength(1)
    expect(await shop.interactions.of(budi.id)).toHaveLength(0)
    expect(await everybody(shop)).toHaveLength(2)
  })

  test('a change of number moves the customer to it; the old number is free', async () => {
    const shop = await newShop(storage)
    await take(shop, messagesOf([text('a', { id: '1', from_user_id: 'ID.1' })], [contact('Sari')]))
    const system = { type: 'user_changed_number', wa_id: '6289999999999', user_id: 'ID.2' }
    const change = messagesOf([message('system', system, { id: '2' })])
    await take(shop, change)
    await take(shop, change)
    await take(shop, messagesOf([text('b', { id: '3', from: '6289999999999' })]))
    expect(await everybody(shop)).toMatchObject([
      {
        name: 'Sari',
        phones: ['+6289999999999'],
        whatsapp: ['6289999999999'],
        userIds: ['ID.2', 'ID.1'],
      },
    ])
    expect(await shop.customers.find('phone', '+6281234567890')).toBeNull()
  })

  test('a number that becomes that of another customer is a conflict, and stays as it was', async () => {
    const shop = await newShop(storage)
    await shop.customers.add({ name: 'Sari', phone: '+6281234567890' })
    await shop.customers.add({ name: 'Budi', phone: '+6289999999999' })
    const system = { type: 'user_changed_number', wa_id: '6289999999999' }
    const change = message('system', system, { timestamp: seconds(now) })
    const { conflicts } = await take(shop, messagesOf([change]))
    expect(conflicts).toHaveLength(1)
    expect((await everybody(shop)).map(({ phone }) => phone)).toEqual([
      '+6281234567890',
      '+6289999999999',
    ])
  })

  test('another user id finds the same customer', async () => {
    const shop = await newShop(storage)
    const hidden = { from: '', from_user_id: 'ID.1' }
    await take(shop, messagesOf([text('a', { id: '1', ...hidden })]))
    const user_id = { previous: 'ID.1', current: 'ID.2' }
    const update = { user_id, timestamp: '1767225600' }
    await take(shop, envelope('user_id_update', { user_id_update: [update] }))
    await take(shop, messagesOf([text('b', { id: '2', from: '', from_user_id: 'ID.2' })]))
    expect(await everybody(shop)).toMatchObject([{ userIds: ['ID.2', 'ID.1'] }])
  })

  test('who stops marketing has withdrawn, whoever it is, and may resume', async () => {
    const shop = await newShop(storage)
    const stop = {
      wa_id: '6281234567890',
      category: 'marketing_messages',
      value: 'stop',
      timestamp: 1767225600,
    }
    const resume = { ...stop, value: 'resume', timestamp: '1767225700' }
    // In the wrong order, and twice.
    const body = envelope('user_preferences', { user_preferences: [resume, stop, resume, stop] })
    expect(await take(shop, body)).toMatchObject({ applied: 4, refused: [] })
    const [somebody] = await everybody(shop)
    expect(await shop.consents.of(somebody!.id)).toMatchObject({
      current: [{ purpose: 'marketing', channel: 'whatsapp', decision: 'granted' }],
      log: [{ decision: 'withdrawn' }, { decision: 'granted' }],
    })
    expect(await shop.interactions.of(somebody!.id)).toEqual([])
  })

  test('of somebody whom the shop has as two customers both stopped, and one alone may resume', async () => {
    const shop = await newShop(storage)
    const byPhone = await shop.customers.add({ name: 'Sari', phone: '+6281234567890' })
    const byUserId = await shop.customers.add({ name: 'S.', userId: 'ID.1' })
    const said = { wa_id: '6281234567890', user_id: 'ID.1', category: 'marketing_messages' }
    const stop = { ...said, value: 'stop', timestamp: seconds(now - 2 * hour) }
    const resume = { ...said, value: 'resume', timestamp: seconds(now - hour) }
    const decisions = async () =>
      Promise.all(
        [byPhone, byUserId].map(async ({ id }) =>
          (await shop.consents.of(id)).current.map(({ decision }) => decision),
        ),
      )
    await take(shop, envelope('user_preferences', { user_preferences: [stop] }))
    expect(await decisions()).toEqual([['withdrawn'], ['withdrawn']])
    await take(shop, envelope('user_preferences', { user_preferences: [resume] }))
    expect(await decisions()).toEqual([['granted'], ['withdrawn']])
  })
})

describe('messages', () => {
  test.each<[string, unknown, object]>([
    ['reaction', { message_id: 'wamid.B', emoji: '👍' }, {}],
    ['unsupported', undefined, { errors: [{ code: 131051 }] }],
    ['poll', {}, {}],
  ])('a %s is a sign of life and opens no window', async (type, body, more) => {
    const shop = await newShop()
    const recent = { ...more, timestamp: seconds(now - hour) }
    await take(shop, messagesOf([message(type, body, recent)], [contact('Sari')]))
    const [sari] = await everybody(shop)
    expect(await shop.interactions.window(sari!.id)).toMatchObject({ state: 'template-only' })
    expect(await shop.interactions.of(sari!.id)).toHaveLength(1)
  })

  test('what WhatsApp itself says makes nobody a customer', async () => {
    const shop = await newShop()
    const system = message('system', { type: 'customer_identity_changed' })
    expect(await take(shop, messagesOf([system]))).toMatchObject({ applied: 0, passedOver: 1 })
    expect(await everybody(shop)).toEqual([])
  })

  test('a late message does not reopen the window; one ahead of the clock is of now', async () => {
    const shop = await newShop()
    await take(shop, messagesOf([text('a', { timestamp: seconds(now - 30 * hour) })]))
    const [sari] = await everybody(shop)
    expect(await shop.interactions.window(sari!.id)).toMatchObject({ state: 'template-only' })
    const ahead = messagesOf([text('b', { id: '2', timestamp: seconds(now + hour) })])
    expect(await take(shop, ahead)).toMatchObject({ applied: 1, refused: [] })
    expect(await take(shop, ahead)).toMatchObject({ applied: 1, refused: [] })
    expect(await shop.interactions.window(sari!.id)).toMatchObject({
      closesAt: new Date(now + 24 * hour),
    })
    expect(await shop.interactions.of(sari!.id)).toHaveLength(2)
  })

  test('an order is kept once, whatever is missing in it, until a person confirms it', async () => {
    const shop = await newShop()
    const item = {
      product_retailer_id: 'KOPI-250',
      quantity: 2,
      item_price: 55_000,
      currency: 'IDR',
    }
    const free = { ...item, product_retailer_id: 'GELAS', item_price: 0 }
    const at = new Date(now - hour)
    const order = (id: string, ...product_items: object[]) =>
      messagesOf([
        message(
          'order',
          { text: 'Cepat ya', product_items },
          { id, timestamp: seconds(now - hour) },
        ),
      ])
    await take(shop, order('wamid.1', item))
    expect(await take(shop, order('wamid.1', item))).toMatchObject({ applied: 1, refused: [] })
    await take(shop, order('wamid.2', item, free))
    const [sari] = await everybody(shop)
    const drafts = await shop.drafts.of(sari!.id)
    expect(drafts).toMatchObject([
      { reference: 'wamid.1', at, note: 'Cepat ya', total: 110_000, doubts: [] },
      { reference: 'wamid.2', total: null, doubts: ['noPrice'] },
    ])
    expect(await shop.value.of(sari!.id)).toMatchObject({ orders: 0, balance: 0, ltv: 0 })
    const sale = await shop.drafts.confirm(drafts[0]!.id, { orderId: 'INV-1' })
    expect(sale).toMatchObject({ customer: sari!.id, total: 110_000, at })
    await take(shop, order('wamid.1', item))
    expect(await shop.drafts.open()).toMatchObject({ rows: [{ reference: 'wamid.2' }] })
  })

  test('an echo is what the shop wrote, and opens no window', async () => {
    const shop = await newShop()
    const echo = text('Siap', { from: '6285550000', to: '6281234567890', timestamp: seconds(now) })
    await take(shop, envelope('smb_message_echoes', { message_echoes: [echo] }))
    const [sari] = await everybody(shop)
    expect(sari).toMatchObject({ name: '+6281234567890', phone: '+6281234567890' })
    expect(await shop.interactions.of(sari!.id)).toMatchObject([{ direction: 'outbound' }])
    expect(await shop.interactions.window(sari!.id)).toMatchObject({ closesAt: null })
  })

  test('history is interactions of both sides; its media come twice and count once', async () => {
    const shop = await newShop()
    const thread = {
      id: '6281234567890',
      messages: [
        text('Info', { id: '1', from: '6285550000' }),
        message('media_placeholder', undefined, { id: '2' }),
      ],
    }
    await take(shop, envelope('history', { history: [{ threads: [thread] }] }))
    const image = message('image', { id: '42' }, { id: '2', timestamp: '1767225000' })
    expect(await take(shop, envelope('history', { messages: [image] }))).toMatchObject({
      refused: [],
    })
    const [sari] = await everybody(shop)
    expect((await shop.interactions.of(sari!.id)).map(({ direction }) => direction).sort()).toEqual(
      ['inbound', 'outbound'],
    )
  })

  test('statuses move forward only, and wait for the message that they are of', async () => {
    const shop = await newShop()
    const told = (status: string, more: object = {}) => {
      return {
        id: 'wamid.out',
        status,
        timestamp: '1767225600',
        recipient_id: '6281234567890',
        ...more,
      }
    }
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' }
    const statuses = [told('read', { pricing }), told('sent'), told('read'), told('delivered')]
    expect(await take(shop, envelope('messages', { statuses }))).toMatchObject({ applied: 4 })
    expect(await shop.messages.get('wamid.out')).toMatchObject({
      status: 'read',
      customer: null,
      pricing: { billable: true, category: 'utility' },
    })
    const echo = text('Siap', { id: 'wamid.out', from: '6285550000', to: '6281234567890' })
    await take(shop, envelope('smb_message_echoes', { message_echoes: [echo] }))
    const [sari] = await everybody(shop)
    expect(await shop.messages.of(sari!.id)).toMatchObject([{ status: 'read' }])
    const errors = [{ code: 131026 }]
    const failed = told('failed', { id: 'wamid.other', errors, timestamp: seconds(now + hour) })
    await take(shop, envelope('messages', { statuses: [failed] }))
    expect(await shop.messages.get('wamid.other')).toMatchObject({
      status: 'failed',
      error: 131026,
    })
  })

  test('a call opens the window, once', async () => {
    const shop = await newShop()
    const call = {
      id: 'wacid.A',
      from: '6281234567890',
      direction: 'USER_INITIATED',
      event: 'connect',
      timestamp: seconds(now - hour),
    }
    const ended = { ...call, event: 'terminate', timestamp: seconds(now) }
    await take(shop, envelope('calls', { calls: [ended, call, ended] }))
    const [sari] = await everybody(shop)
    expect(await shop.interactions.of(sari!.id)).toMatchObject([{ kind: 'call' }])
    expect(await shop.interactions.window(sari!.id)).toMatchObject({
      closesAt: new Date(now + 23 * hour),
    })
  })

  test('an advertisement is where somebody came from, even if its message comes last', async () => {
    const shop = await newShop()
    const referral = { source_type: 'ad', source_id: '1201', ctwa_clid: 'click' }
    await take(shop, messagesOf([text('a', { id: '1' })], [contact('Sari')]))
    await take(shop, messagesOf([text('b', { id: '2', referral })], [contact('Sari')]))
    const later = { ...referral, source_id: '1202', ctwa_clid: 'other' }
    await take(shop, messagesOf([text('c', { id: '3', referral: later })], [contact('Sari')]))
    expect(await everybody(shop)).toMatchObject([
      { acquisition: 'inbound', source: 'ad', campaign: '1201', adClickId: 'click' },
    ])
  })

  test('the shop may name sources itself, and what it entered stays', async () => {
    const shop = await newShop()
    const referral = { source_type: 'ad', source_id: '1201', headline: 'Beli dua' }
    const attribution = () => ({ source: 'instagram', campaign: 'Beli dua' })
    await shop.customers.add({ name: 'Budi', phone: '+6281111111111' })
    const messages = [
      text('a', { id: '1', referral }),
      text('b', { id: '2', referral, from: '6281111111111' }),
    ]
    await take(shop, messagesOf(messages), { attribution })
    expect((await everybody(shop)).map(({ source }) => source).sort()).toEqual(['instagram', null])
  })

  test('an enquiry about a product says which', async () => {
    const shop = await newShop()
    const context = { referred_product: { catalog_id: '7', product_retailer_id: 'KOPI-250' } }
    await take(shop, messagesOf([text('Ada?', { context })]))
    const [sari] = await everybody(shop)
    expect(await shop.interactions.of(sari!.id)).toMatchObject([{ product: 'KOPI-250' }])
  })
})

describe('names', () => {
  test('a name that comes later takes the place of the number, not of what somebody entered', async () => {
    const shop = await newShop()
    await take(shop, messagesOf([text('a', { id: '1' })]))
    expect(await everybody(shop)).toMatchObject([{ name: '+6281234567890' }])
    await take(shop, messagesOf([text('b', { id: '2' })], [contact('Sari')]))
    expect(await everybody(shop)).toMatchObject([{ name: 'Sari' }])
    await take(shop, messagesOf([text('c', { id: '3' })], [contact('Sari Dewi')]))
    expect(await everybody(shop)).toMatchObject([{ name: 'Sari' }])
  })

  test.each(['\u3164', '\u200b\u200d', ' ', '\0', '\ud800'])('%j is no name', async (name) => {
    const shop = await newShop()
    expect(await take(shop, messagesOf([text('a')], [contact(name)]))).toMatchObject({ applied: 1 })
    expect(await everybody(shop)).toMatchObject([{ name: '+6281234567890' }])
  })

  test('a name too long is cut between characters', async () => {
    const shop = await newShop()
    await take(shop, messagesOf([text('a')], [contact(`x${'☕️🫘'.repeat(100)}`)]))
    const [sari] = await everybody(shop)
    expect(sari!.name.length).toBeLessThanOrEqual(200)
    expect(sari!.name).not.toMatch(/\p{Surrogate}/u)
  })

  test('the address book names customers, and adds them where that is wanted', async () => {
    const shop = await newShop()
    const entry = (phone_number: string, full_name: string) => ({
      type: 'contact',
      contact: { full_name, phone_number },
      action: 'add',
    })
    const book = [entry('6281234567890', 'Sari Dewi'), entry('6281111111111', 'Paman')]
    const body = envelope('smb_app_state_sync', { state_sync: book })
    await take(shop, messagesOf([text('a')]))
    await take(shop, body)
    expect(await everybody(shop)).toMatchObject([{ name: 'Sari Dewi' }])
    await take(shop, body, { addContacts: true })
    expect((await everybody(shop)).map(({ name }) => name).sort()).toEqual(['Paman', 'Sari Dewi'])
    const gone = { ...entry('6281111111111', ''), action: 'remove' }
    await take(shop, envelope('smb_app_state_sync', { state_sync: [gone] }))
    expect(await everybody(shop)).toHaveLength(2)
  })
})

describe('numbers', () => {
  test('digits that a phone library reads otherwise are the number that they are', async () => {
    const shop = await newShop()
    await take(shop, messagesOf([text('a', { from: '62811074121' })]))
    expect(await everybody(shop)).toMatchObject([
      { whatsapp: ['62811074121'], phone: '+62811074121' },
    ])
  })

  test('a number that no phone library knows is taken', async () => {
    const shop = await newShop()
    expect(await take(shop, messagesOf([text('a', { from: '99912345' })]))).toMatchObject({
      applied: 1,
    })
    await take(shop, messagesOf([text('b', { id: '2', from: '99912345' })]))
    expect(await everybody(shop)).toMatchObject([{ whatsapp: ['99912345'], phone: null }])
  })

  test('spellings of one Mexican number are one customer', async () => {
    const shop = await newShop()
    await take(shop, messagesOf([text('a', { id: '1', from: '5215512345678' })]))
    await take(shop, messagesOf([text('b', { id: '2', from: '525512345678' })]))
    expect(await everybody(shop)).toHaveLength(1)
  })
})
