import { openShop, type Shop } from '@langganan/core'
import { memoryStorage } from '@langganan/core/memory'
import { expect, test } from 'vitest'
import {
  baileysLabels,
  gowaLabels,
  ingestLabels,
  reconcileLabels,
  snapshotLabels,
} from '../../src/labels/index.ts'

const sari = '6281234567890'
const lid = '251556368777322@lid'

function newShop(): Promise<Shop> {
  return openShop({
    id: 'kopi-senja',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: memoryStorage(),
    clock: () => Date.parse('2026-03-10T10:00:00+07:00'),
  })
}

const associated = (chatId: string, labelId = '9', type = 'add') => ({
  'labels.association': { type, association: { type: 'label_jid', chatId, labelId } },
})

test('a label of Baileys is on the customer, by whom the session is', async () => {
  const shop = await newShop()
  const edit = { 'labels.edit': { id: '9', name: 'Grade A', color: 2, deleted: false } }
  await ingestLabels(shop, 'baileys', baileysLabels(edit), { by: 'Dina' })
  const read = baileysLabels(associated(`${sari}@s.whatsapp.net`))
  const first = await ingestLabels(shop, 'baileys', read, { by: 'Dina' })
  expect(first).toMatchObject({ recorded: 1, customersAdded: 1, rejected: [] })
  expect(await ingestLabels(shop, 'baileys', read, { by: 'Dina' })).toMatchObject({
    recorded: 0,
    unchanged: 1,
  })
  const customer = await shop.customers.find('phone', '0812-3456-7890')
  expect((await shop.labels.of(customer?.id ?? '')).current).toMatchObject([
    { name: 'Grade A', source: 'baileys', key: '9', by: 'Dina' },
  ])
})

test('a linked id waits for its number', async () => {
  const shop = await newShop()
  await ingestLabels(shop, 'baileys', baileysLabels(associated(lid)))
  await ingestLabels(shop, 'baileys', baileysLabels(associated(lid, '9', 'remove')))
  await ingestLabels(shop, 'baileys', baileysLabels(associated(lid, '3')))
  expect(await shop.labels.waiting()).toMatchObject([{ lid: '251556368777322', events: 3 }])
  const mapping = { 'lid-mapping.update': { lid, pn: `${sari}@s.whatsapp.net` } }
  const heard = await ingestLabels(shop, 'baileys', baileysLabels(mapping))
  expect(heard).toMatchObject({ recorded: 3, customersAdded: 1 })
  const customer = await shop.customers.find('lid', lid)
  expect((await shop.labels.of(customer?.id ?? '')).current).toMatchObject([{ key: '3' }])
})

test('what the shop cannot take is a dead letter, and the rest goes through', async () => {
  const shop = await newShop()
  const read = baileysLabels(associated(`${sari}@s.whatsapp.net`))
  const wrong = { told: 'chat', label: '9', chat: { whatsapp: 'nomor' }, change: 'added' } as const
  const heard = await ingestLabels(shop, 'baileys', { ...read, events: [wrong, ...read.events] })
  expect(heard).toMatchObject({ recorded: 1 })
  expect(heard.rejected).toEqual([
    { place: 'events[0].chat.whatsapp', reason: 'the shop cannot take it' },
  ])
  const [letter] = (await shop.deadLetters.list()).rows
  expect(letter).toMatchObject({ source: 'labels', kind: 'refused', ...heard.rejected[0] })
  const { payload } = await shop.deadLetters.get(letter?.id ?? '')
  expect(JSON.parse(payload ?? '')).toEqual({ source: 'baileys', payload: read.payload })
})

test('more events than a shop hears at once are heard in pieces, and each refusal says where it stands', async () => {
  const shop = await newShop()
  const read = baileysLabels(associated(`${sari}@s.whatsapp.net`))
  const wrong = { told: 'chat', label: '9', chat: { whatsapp: 'nomor' }, change: 'added' } as const
  const edit = { told: 'label', label: '9', name: 'Grade A' } as const
  const events = [
    wrong,
    wrong,
    ...Array.from({ length: 10_000 }, () => edit),
    ...read.events,
    wrong,
  ]
  const heard = await ingestLabels(shop, 'baileys', { ...read, events })
  expect(heard).toMatchObject({ recorded: 1, labelsEdited: 1, unchanged: 9_999 })
  expect(heard.rejected.map(({ place }) => place)).toEqual([
    'events[0].chat.whatsapp',
    'events[1].chat.whatsapp',
    'events[10003].chat.whatsapp',
  ])
})

test('a full list of whatsapp-web.js puts right what went missing', async () => {
  const shop = await newShop()
  await ingestLabels(shop, 'wwebjs', baileysLabels(associated('6285711112222@c.us')))
  const labels = [
    {
      id: '9',
      name: 'Grade A',
      hexColor: '#dfaef0',
      chats: [
        { id: { _serialized: `${sari}@c.us` }, name: 'Sari', isGroup: false },
        { id: { _serialized: '120363402106@g.us' }, name: 'Reseller', isGroup: true },
      ],
    },
  ]
  const heard = await reconcileLabels(shop, 'wwebjs', snapshotLabels(labels))
  expect(heard).toMatchObject({ recorded: 2, customersAdded: 1, ignored: { group: 1 } })
  const again = await reconcileLabels(shop, 'wwebjs', snapshotLabels(labels))
  expect(again).toMatchObject({ recorded: 0, labelsEdited: 0 })
  expect(await shop.customers.find('whatsapp', sari)).toMatchObject({ name: 'Sari' })
})

test('a list with holes takes no label off anybody', async () => {
  const shop = await newShop()
  await ingestLabels(shop, 'wwebjs', baileysLabels(associated(`${sari}@c.us`)))
  const broken = [
    [{ id: '9', name: 'Grade A' }],
    [{ id: '9', name: 'Grade A', chats: ['kanaria'] }],
    [{ name: 'Grade A', chats: [] }],
    { error: 'session closed' },
    null,
  ]
  for (const labels of broken) {
    const heard = await reconcileLabels(shop, 'wwebjs', snapshotLabels(labels))
    expect(heard.recorded).toBe(0)
    expect(heard.rejected).toHaveLength(1)
  }
  const customer = await shop.customers.find('whatsapp', sari)
  expect((await shop.labels.of(customer?.id ?? '')).current).toHaveLength(1)
})

test('a reason tells what was expected, never what was found', () => {
  const secret = 'kanaria-rahasia-6281234567890'
  const reads = [
    baileysLabels({ 'labels.association': { type: secret, association: { type: secret } } }),
    baileysLabels({ 'labels.edit': { id: { secret } } }),
    gowaLabels({ event: 'label.association', timestamp: secret, payload: { label_id: '1' } }),
    gowaLabels({ event: 'label.edit', timestamp: 0, payload: { label_id: [secret] } }),
  ]
  for (const { rejected } of reads) {
    expect(rejected).toHaveLength(1)
    expect(JSON.stringify(rejected)).not.toContain(secret)
  }
})
