import { describe, expect, test } from 'vitest'
import {
  baileysLabels,
  evolutionLabels,
  gowaLabels,
  type ReadLabels,
  wahaLabels,
  wppconnectLabels,
} from '../../src/labels/index.ts'

const number = '6281234567890'
const lid = '251556368777322'

describe('baileysLabels', () => {
  test('reads labels, chats and numbers of linked ids, and counts the rest', () => {
    const chatId = `${lid}:12@lid`
    const read = baileysLabels({
      'labels.edit': { id: '9', name: 'Grade A', color: 2, deleted: false, predefinedId: '1' },
      'labels.association': {
        type: 'add',
        association: { type: 'label_jid', chatId, labelId: '9' },
      },
      'lid-mapping.update': { lid: `${lid}@lid`, pn: `${number}@s.whatsapp.net` },
      'messages.upsert': { messages: [] },
    })
    expect(read.events).toEqual([
      { told: 'label', label: '9', name: 'Grade A', colour: '2', deleted: false, at: null },
      { told: 'chat', label: '9', chat: { lid }, change: 'added', at: null },
      { told: 'lid', lid, whatsapp: number },
    ])
    expect(read.ignored.event).toBe(1)
    expect(read.rejected).toEqual([])
  })

  test('a label on a message is none of the customer’s', () => {
    const chatId = `${number}@s.whatsapp.net`
    const association = { type: 'label_message', chatId, messageId: 'A1', labelId: '9' }
    const read = baileysLabels({ 'labels.association': { type: 'add', association } })
    expect(read.events).toEqual([])
    expect(read.ignored.message).toBe(1)
  })

  test('one that cannot be read is rejected, and the rest goes through', () => {
    const good = { type: 'label_jid', chatId: `${number}_1:3@s.whatsapp.net`, labelId: '9' }
    const read = baileysLabels({
      'labels.association': [
        { type: 'add', association: { ...good, chatId: 'kanaria rahasia' } },
        { type: 'remove', association: good },
      ],
    })
    expect(read.events).toMatchObject([{ change: 'removed', chat: { whatsapp: number } }])
    expect(read.rejected).toEqual([
      { place: 'labels.association[0].chatId', reason: 'expected the address of a chat' },
    ])
  })
})

describe('evolutionLabels', () => {
  const jakarta = { timeZone: 'Asia/Jakarta' }
  const data = { instance: 'toko', type: 'add', chatId: `${number}@s.whatsapp.net`, labelId: '9' }
  const webhook = { event: 'labels.association', instance: 'toko', data }

  test('its time is the local one, whatever Z it carries', () => {
    const read = evolutionLabels({ ...webhook, date_time: '2026-03-10T10:00:00.123Z' }, jakarta)
    expect(read.events).toEqual([
      {
        told: 'chat',
        label: '9',
        chat: { whatsapp: number },
        change: 'added',
        at: new Date('2026-03-10T10:00:00+07:00'),
      },
    ])
  })

  test('names of events as they are where webhooks go by events', () => {
    const date_time = '2026-03-10T10:00:00.000Z'
    const label = { id: '9', name: 'Grade A', color: 4, deleted: true, instance: 'toko' }
    for (const event of ['labels.edit', 'LABELS_EDIT', 'labels-edit']) {
      const { events } = evolutionLabels({ event, data: label, date_time }, jakarta)
      expect(events).toMatchObject([{ told: 'label', name: 'Grade A', deleted: true }])
    }
    expect(evolutionLabels({ event: 'messages.upsert', data: {} }, jakarta).ignored.event).toBe(1)
  })

  test.each([
    '',
    'kemarin',
    '2026-13-45T99:00:00Z',
    '2026-02-30T10:00:00Z',
    1_772_000_000,
    undefined,
  ])('a time that is none is not taken: %s', (date_time) => {
    const { events, rejected } = evolutionLabels({ ...webhook, date_time }, jakarta)
    expect(events).toEqual([])
    expect(rejected).toEqual([{ place: 'date_time', reason: 'expected a local time' }])
  })
})

describe('wahaLabels', () => {
  const envelope = { id: 'evt_01', timestamp: 1_772_000_000_123, session: 'toko', me: {} }

  test.each([
    [1_772_000_000_123, 1_772_000_000_123],
    ['1772000000123', 1_772_000_000_123],
    [1_772_000_000, 1_772_000_000_000],
    ['1772000000', 1_772_000_000_000],
    ['2026-02-25T06:13:20Z', 1_772_000_000_000],
  ])('a time in seconds is none of January 1970: %j', (timestamp, expected) => {
    const webhook = { ...envelope, event: 'label.upsert', payload: { id: '9' }, timestamp }
    expect(wahaLabels(webhook).events).toMatchObject([{ at: new Date(expected) }])
  })

  test('labels', () => {
    const payload = { id: '9', name: 'Grade A', color: 2, colorHex: '#dfaef0' }
    const at = new Date(1_772_000_000_123)
    const label = { told: 'label', label: '9', name: 'Grade A', colour: '#dfaef0', at } as const
    expect(wahaLabels({ ...envelope, event: 'label.upsert', payload }).events).toEqual([
      { ...label, deleted: false },
    ])
    expect(wahaLabels({ ...envelope, event: 'label.deleted', payload }).events).toEqual([
      { ...label, deleted: true },
    ])
  })

  test('chats, with the id of the event and what the label is called', () => {
    const payload = { labelId: '9', label: { id: '9', name: 'Grade A' }, chatId: `${lid}@lid` }
    const read = wahaLabels({ ...envelope, event: 'label.chat.deleted', payload })
    expect(read.events).toEqual([
      {
        told: 'chat',
        label: '9',
        labelName: 'Grade A',
        chat: { lid },
        at: new Date(1_772_000_000_123),
        change: 'removed',
        eventId: 'evt_01',
      },
    ])
    const unnamed = { labelId: 9, label: null, chatId: `${number}@c.us` }
    expect(
      wahaLabels({ ...envelope, event: 'label.chat.added', payload: unnamed }).events,
    ).toMatchObject([{ label: '9', labelName: null, chat: { whatsapp: number } }])
  })
})

describe('gowaLabels', () => {
  test('the number and the linked id of one chat', () => {
    const read = gowaLabels({
      event: 'label.association',
      timestamp: '2026-01-22T12:04:00Z',
      payload: {
        label_id: '9',
        labeled: false,
        chat_id: `${number}@s.whatsapp.net`,
        chat_lid: `${lid}@lid`,
      },
    })
    expect(read.events).toMatchObject([
      { change: 'removed', chat: { whatsapp: number, lid }, at: new Date('2026-01-22T12:04:00Z') },
    ])
  })
})

describe('wppconnectLabels', () => {
  const chat = { id: { _serialized: `${number}@c.us` }, name: 'Sari', isGroup: false }

  test('every label of the update', () => {
    const labels = [{ id: '9', name: 'Grade A', hexColor: '#dfaef0' }]
    const read = wppconnectLabels({ chat, ids: ['9', 3], labels, type: 'add' })
    expect(read.events).toEqual([
      {
        told: 'chat',
        label: '9',
        labelName: 'Grade A',
        chat: { whatsapp: number, name: 'Sari' },
        change: 'added',
      },
      {
        told: 'chat',
        label: '3',
        labelName: null,
        chat: { whatsapp: number, name: 'Sari' },
        change: 'added',
      },
    ])
  })

  test('a number is no name', () => {
    const read = wppconnectLabels({
      chat: { ...chat, name: '+62 812-3456-7890' },
      ids: ['9'],
      labels: [],
      type: 'remove',
    })
    expect(read.events).toMatchObject([{ change: 'removed', chat: { whatsapp: number } }])
    expect(JSON.stringify(read.events)).not.toContain('+62')
  })
})

describe('every source', () => {
  const association = (chatId: string): readonly ReadLabels[] => [
    baileysLabels({
      'labels.association': {
        type: 'add',
        association: { type: 'label_jid', chatId, labelId: '9' },
      },
    }),
    evolutionLabels(
      {
        event: 'labels.association',
        data: { type: 'add', chatId, labelId: '9' },
        date_time: '2026-03-10T10:00:00.000Z',
      },
      { timeZone: 'Asia/Jakarta' },
    ),
    wahaLabels({
      id: 'evt_01',
      timestamp: 1_772_000_000_123,
      event: 'label.chat.added',
      payload: { labelId: '9', label: null, chatId },
    }),
    gowaLabels({
      event: 'label.association',
      timestamp: '2026-01-22T12:04:00Z',
      payload: { label_id: '9', labeled: true, chat_id: chatId },
    }),
    wppconnectLabels({ chat: chatId, ids: ['9'], labels: [], type: 'add' }),
  ]

  test.each([
    ['120363402106@g.us', 'group'],
    ['62811-1583@g.us', 'group'],
    ['status@broadcast', 'broadcast'],
    ['1772000000@broadcast', 'broadcast'],
    ['120363123456789@newsletter', 'newsletter'],
    ['867051314767696@bot', 'bot'],
    ['13135550002@c.us', 'bot'],
    ['0@s.whatsapp.net', 'bot'],
  ] as const)('passes over %s', (chatId, what) => {
    for (const read of association(chatId)) {
      expect(read.events).toEqual([])
      expect(read.rejected).toEqual([])
      expect(read.ignored[what]).toBe(1)
    }
  })

  test.each([
    ['6281234567890@s.whatsapp.net', { whatsapp: number }],
    ['6281234567890@c.us', { whatsapp: number }],
    ['6281234567890:7@s.whatsapp.net', { whatsapp: number }],
    ['6281234567890_1:7@s.whatsapp.net', { whatsapp: number }],
    ['6281234567890@hosted', { whatsapp: number }],
    ['251556368777322@lid', { lid }],
    ['251556368777322:3@hosted.lid', { lid }],
  ] as const)('takes %s for a person', (chatId, chat) => {
    for (const read of association(chatId)) expect(read.events).toMatchObject([{ chat }])
  })

  test.each([
    null,
    42,
    'text',
    [],
    {},
    { event: 'label.edit' },
    { event: 'labels.edit', data: [] },
  ])('never throws, and tells nothing of what it found: %j', (payload) => {
    const all = [
      baileysLabels(payload),
      evolutionLabels(payload, { timeZone: 'UTC' }),
      wahaLabels(payload),
      gowaLabels(payload),
      wppconnectLabels(payload),
    ]
    for (const { events } of all) expect(events).toEqual([])
  })
})
