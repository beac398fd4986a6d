import type { Shop } from '@langganan/core'
import { describe, expect, test } from 'vitest'
import { type ChatEvent, ingest, parse } from '../../src/index.ts'
import { contact, envelope, message, messagesOf, text } from '../support/envelopes.ts'
import { newShop, now } from '../support/shops.ts'
import { storageNames } from '../support/storages.ts'

const hour = 3_600_000
const seconds = (at: number) => String(at / 1000)
const whatsapp = '6281234567890'
const early = { timestamp: seconds(now - hour) }

async function take(shop: Shop, ...bodies: readonly object[]) {
  for (const body of bodies) {
    const { events } = parse(body)
    const given = events.filter((event): event is ChatEvent => 'number' in event)
    expect(await ingest(shop, given)).toMatchObject({ refused: [], conflicts: [] })
  }
}

/** A number that was Sari's an hour ago, and is Budi's now. */
async function reassigned(storage: (typeof storageNames)[number]) {
  let time = now - 2 * hour
  const shop = await newShop(storage, { clock: () => time })
  const sari = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890', userId: 'ID.1' })
  time = now - 1_000
  await shop.customers.reassignNumber(sari.id, whatsapp)
  time = now
  const said = text('Halo', { id: 'wamid.new', timestamp: seconds(now), from_user_id: 'ID.2' })
  await take(shop, messagesOf([said], [contact('Budi')]))
  const budi = await shop.customers.find('whatsapp', whatsapp)
  return { shop, sari: sari.id, budi: budi?.id ?? '' }
}

describe.each(storageNames)('a number that was reassigned, on %s', (storage) => {
  test('its next message begins somebody new, whom nothing late concerns', async () => {
    const { shop, sari, budi } = await reassigned(storage)
    expect(budi).not.toBe(sari)
    expect(await shop.customers.get(budi)).toMatchObject({ name: 'Budi', userIds: ['ID.2'] })
    const resume = { category: 'marketing_messages', value: 'resume', ...early }
    const items = [{ product_retailer_id: 'KOPI-250', quantity: 1, item_price: 5, currency: 'IDR' }]
    const order = message('order', { product_items: items }, { id: 'wamid.order', ...early })
    await take(
      shop,
      messagesOf([text('Halo', { id: 'wamid.old', ...early }), order]),
      envelope('user_preferences', { user_preferences: [{ wa_id: whatsapp, ...resume }] }),
    )
    expect(await shop.interactions.of(budi)).toHaveLength(1)
    expect(await shop.interactions.of(sari)).toHaveLength(2)
    expect((await shop.consents.of(budi)).log).toEqual([])
    expect((await shop.consents.of(sari)).log).toMatchObject([{ decision: 'granted' }])
    expect(await shop.drafts.of(budi)).toEqual([])
    expect(await shop.drafts.of(sari)).toHaveLength(1)
    expect(await shop.interactions.window(sari)).toMatchObject({ state: 'blocked' })
    expect(await shop.verify()).toMatchObject({ findings: [] })
  })

  test('that its former holder has another one is told late, and takes nothing from the new one', async () => {
    const { shop, sari, budi } = await reassigned(storage)
    const changed = { type: 'user_changed_number', wa_id: '6285711112222', user_id: 'ID.3' }
    await take(shop, messagesOf([message('system', changed, { id: 'wamid.sys', ...early })]))
    expect(await shop.customers.get(sari)).toMatchObject({ phones: ['+6285711112222'] })
    expect(await shop.customers.get(budi)).toMatchObject({ whatsapp: [whatsapp] })
  })
})

test('a change of number that WhatsApp tells keeps the one before as a past identity', async () => {
  let time = now - hour
  const shop = await newShop('memory', { clock: () => time })
  const { id } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
  time = now
  const changed = { type: 'user_changed_number', wa_id: '6285711112222', user_id: 'ID.3' }
  await take(shop, messagesOf([message('system', changed, { id: 'wamid.sys', ...early })]))
  expect(await shop.customers.identities(id)).toMatchObject([
    { value: '+6281234567890', validUntil: new Date(now - hour), end: 'left' },
    { value: '+6285711112222', validUntil: null },
    { kind: 'userId', validUntil: null },
    { kind: 'whatsapp', value: '6285711112222', validUntil: null },
  ])
})
