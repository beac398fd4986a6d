import type { Shop } from '@langganan/core'
import { describe, expect, test } from 'vitest'
import { type ChatEvent, ingest, parse } from '../../src/index.ts'
import { contact, envelope, message, messagesOf, text } from '../support/envelopes.ts'
import { newShop, now } from '../support/shops.ts'
import { storageNames } from '../support/storages.ts'

const hour = 3_600_000
const [before, after] = ['6281234567890', '6285711112222'] as const
const seconds = (at: number) => ({ timestamp: String(at / 1000) })

/** An hour ago, the person of the tests changed number. */
const changed = messagesOf([
  message(
    'system',
    { type: 'user_changed_number', wa_id: after, user_id: 'ID.2' },
    { id: 'wamid.change', ...seconds(now - hour) },
  ),
])

function said(id: string, from: string, at: number): object {
  const person = { ...contact('Sari'), wa_id: from }
  return messagesOf([text('Halo', { id, from, ...seconds(at) })], [person])
}

const early = said('wamid.early', before, now - 2 * hour)
const late = said('wamid.late', after, now)

async function take(shop: Shop, ...bodies: readonly object[]) {
  for (const body of bodies) {
    const events = parse(body).events.filter((event): event is ChatEvent => 'number' in event)
    expect(await ingest(shop, events)).toMatchObject({ refused: [], conflicts: [] })
  }
}

async function everybody(shop: Shop) {
  const { rows } = await shop.customers.list({ sort: 'added' })
  return Promise.all(rows.map(({ id }) => shop.customers.get(id)))
}

describe.each(storageNames)('a change of number, on %s', (storage) => {
  test.each<[string, readonly object[]]>([
    ['in the order in which it happened', [early, changed, late]],
    ['again after the new number wrote', [early, changed, late, changed, early]],
    ['before what came before it', [changed, early, late]],
    ['before anything else is known', [changed, late, early]],
  ])('told %s is of one customer', async (_, bodies) => {
    const shop = await newShop(storage)
    await take(shop, ...bodies)
    const [sari, ...others] = await everybody(shop)
    expect(others).toEqual([])
    expect(sari).toMatchObject({ name: 'Sari', phones: [`+${after}`], whatsapp: [after] })
    expect(await shop.interactions.of(sari!.id)).toHaveLength(2)
    expect(await shop.interactions.window(sari!.id)).toMatchObject({ state: 'free-form' })
    expect(await shop.customers.find('whatsapp', before)).toBeNull()
    expect(await shop.rebuild()).toBe(0)
  })

  test('a stop of the old number that comes late is not of who has it now', async () => {
    const shop = await newShop(storage)
    const budi = messagesOf(
      [text('Halo', { id: 'wamid.budi', from: before, ...seconds(now) })],
      [{ ...contact('Budi'), wa_id: before }],
    )
    await take(shop, early, changed, budi)
    const stop = { wa_id: before, category: 'marketing_messages', value: 'stop' }
    const told = { ...stop, ...seconds(now - 2 * hour) }
    await take(shop, envelope('user_preferences', { user_preferences: [told] }))
    const consents = await Promise.all(
      (await everybody(shop)).map(async ({ id, name }) => {
        const { current } = await shop.consents.of(id)
        return [name, ...current.map(({ decision }) => decision)]
      }),
    )
    expect(consents.sort()).toEqual([['Budi'], ['Sari', 'withdrawn']])
  })

  test('whoever has the old number by then loses nothing by a change that is told late', async () => {
    const shop = await newShop(storage)
    await take(shop, said('wamid.new', before, now), changed)
    const found = await shop.customers.find('whatsapp', before)
    expect(found).toMatchObject({ name: 'Sari', whatsapp: [before] })
    expect(await shop.customers.find('whatsapp', after)).toMatchObject({ name: `+${after}` })
  })
})

test('regression: a name that was the old number becomes the profile’s when that is told', async () => {
  const shop = await newShop('memory')
  await take(shop, messagesOf([text('Halo', { id: 'wamid.1', ...seconds(now - 2 * hour) })]))
  expect(await everybody(shop)).toMatchObject([{ name: `+${before}` }])
  await take(shop, changed)
  expect(await everybody(shop)).toMatchObject([{ name: `+${after}` }])
  await take(shop, late)
  expect(await everybody(shop)).toMatchObject([{ name: 'Sari' }])
})

test('a change with a time ahead is one of now, and is applied once', async () => {
  const shop = await newShop('memory')
  const ahead = messagesOf([
    message(
      'system',
      { type: 'user_changed_number', wa_id: after },
      { id: 'wamid.ahead', ...seconds(now + hour) },
    ),
  ])
  await take(shop, early, ahead, ahead)
  expect(await everybody(shop)).toMatchObject([{ phones: [`+${after}`] }])
})
