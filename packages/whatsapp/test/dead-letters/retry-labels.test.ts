import type { Shop } from '@langganan/core'
import { expect, test } from 'vitest'
import { retryDeadLetters } from '../../src/index.ts'
import { baileysLabels, ingestLabels, type ReadLabels, wahaLabels } from '../../src/labels/index.ts'
import { newShop, now } from '../support/shops.ts'

/** A reader of before, which did not know this address. */
const blind = (payload: unknown): ReadLabels => ({
  ...wahaLabels(payload),
  events: [],
  rejected: [{ place: 'payload.chatId', reason: 'expected the address of a chat' }],
})

const webhook = (event: string, timestamp: number) => ({
  id: `evt_${timestamp}`,
  timestamp,
  event,
  payload: { labelId: '9', label: { id: '9', name: 'Grade A' }, chatId: '6281234567890@c.us' },
})

async function labelsOf(shop: Shop): Promise<readonly string[]> {
  const customer = await shop.customers.find('whatsapp', '6281234567890')
  if (customer === null) return []
  return (await shop.labels.of(customer.id)).current.map(({ name }) => name)
}

test('a payload of a bridge is read again by the reader of now, and keeps its place in time', async () => {
  const shop = await newShop()
  const early = webhook('label.chat.added', now - 2_000)
  await ingestLabels(shop, 'waha', blind(early), { by: 'Dina' })
  await ingestLabels(shop, 'waha', blind(early), { by: 'Dina' })
  expect((await shop.deadLetters.list()).rows).toMatchObject([{ kind: 'rejected', times: 2 }])
  await ingestLabels(shop, 'waha', wahaLabels(webhook('label.chat.deleted', now - 1_000)))
  expect(await retryDeadLetters(shop)).toEqual({ applied: 0, open: 1 })
  const labels = { waha: wahaLabels }
  expect(await retryDeadLetters(shop, { labels: { waha: blind } })).toEqual({ applied: 0, open: 1 })
  expect(await retryDeadLetters(shop, { labels })).toEqual({ applied: 1, open: 0 })
  expect(await labelsOf(shop)).toEqual([])
  const customer = await shop.customers.find('whatsapp', '6281234567890')
  const { log } = await shop.labels.of(customer?.id ?? '')
  expect(log).toMatchObject([
    { change: 'added', by: 'Dina' },
    { change: 'removed', by: null },
  ])
})

test('what carries no time is not told again, for something else may have been told since', async () => {
  const shop = await newShop()
  const association = { type: 'label_jid', chatId: '6281234567890@c.us', labelId: '9' }
  const events = { 'labels.association': { type: 'add', association } }
  const read = { ...baileysLabels(events), events: [], rejected: [{ place: 'x', reason: 'y' }] }
  await ingestLabels(shop, 'baileys', read)
  const labels = { baileys: baileysLabels }
  expect(await retryDeadLetters(shop, { labels })).toEqual({ applied: 0, open: 1 })
  expect(await labelsOf(shop)).toEqual([])
})
