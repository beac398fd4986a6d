import { expect, test } from 'vitest'
import { type MessageContent, parse } from '../../src/index.ts'
import { message, messagesOf } from '../support/envelopes.ts'

function contentOf(type: string, body: unknown, more: object = {}): MessageContent | undefined {
  const [event] = parse(messagesOf([message(type, body, more)])).events
  return event?.type === 'message' ? event.content : undefined
}

test.each(['image', 'video', 'document', 'audio', 'sticker'])('%s', (type) => {
  const body = {
    id: '42',
    mime_type: 'a/b',
    sha256: 'x',
    url: 'https://cdn.example/42',
    caption: 'Pesanan',
    filename: 'a.pdf',
    voice: true,
    animated: true,
  }
  expect(contentOf(type, body)).toEqual({
    type,
    mediaId: '42',
    mimeType: 'a/b',
    sha256: 'x',
    url: 'https://cdn.example/42',
    caption: 'Pesanan',
    filename: 'a.pdf',
    isVoice: true,
    isAnimated: true,
  })
  expect(contentOf(type, { id: '42' })).toMatchObject({ type, caption: null, isVoice: false })
})

test('a location', () => {
  expect(contentOf('location', { latitude: -6.9, longitude: '107.6', name: 'Toko' })).toEqual({
    type: 'location',
    latitude: -6.9,
    longitude: 107.6,
    name: 'Toko',
    address: null,
    url: null,
  })
})

test('contacts that somebody shares', () => {
  const body = [
    {
      name: { formatted_name: 'Budi', first_name: 'Budi' },
      phones: [{ phone: '0812 3456', wa_id: '628123456', type: 'CELL' }, { type: 'WORK' }],
      origin: 'request_contact_info',
      vcard: 'BEGIN:VCARD',
    },
    { phones: 'none' },
  ]
  expect(contentOf('contacts', body)).toEqual({
    type: 'contacts',
    contacts: [
      {
        name: 'Budi',
        phones: [
          { phone: '0812 3456', waId: '628123456', kind: 'CELL' },
          { phone: null, waId: null, kind: 'WORK' },
        ],
        origin: 'request_contact_info',
        vcard: 'BEGIN:VCARD',
      },
      { name: null, phones: [], origin: null, vcard: null },
    ],
  })
})

test('replies to interactive messages', () => {
  const reply = { id: 'ya', title: 'Ya' }
  expect(contentOf('interactive', { type: 'button_reply', button_reply: reply })).toEqual({
    type: 'buttonReply',
    ...reply,
  })
  const chosen = { ...reply, description: 'Kirim hari ini' }
  expect(contentOf('interactive', { type: 'list_reply', list_reply: chosen })).toEqual({
    type: 'listReply',
    ...chosen,
  })
  const form = { name: 'flow', body: 'Sent', response_json: '{"nama":"Sari"}' }
  expect(contentOf('interactive', { type: 'nfm_reply', nfm_reply: form })).toEqual({
    type: 'flowReply',
    name: 'flow',
    body: 'Sent',
    responseJson: '{"nama":"Sari"}',
  })
})

test('the button of a template', () => {
  expect(contentOf('button', { payload: 'ORDER', text: 'Pesan' })).toEqual({
    type: 'button',
    payload: 'ORDER',
    text: 'Pesan',
  })
})

test('a reaction and its removal', () => {
  const expected = { type: 'reaction', messageId: 'wamid.B' }
  const body = { message_id: 'wamid.B' }
  expect(contentOf('reaction', { ...body, emoji: '👍' })).toEqual({ ...expected, emoji: '👍' })
  expect(contentOf('reaction', body)).toEqual({ ...expected, emoji: null })
  expect(contentOf('reaction', { ...body, emoji: '' })).toEqual({ ...expected, emoji: null })
})

test('an order: prices stay decimal text', () => {
  const item = {
    product_retailer_id: 'KOPI-250',
    quantity: 2,
    item_price: 55000.5,
    currency: 'IDR',
  }
  const items = [item, { ...item, quantity: '1', item_price: '0.10' }]
  expect(contentOf('order', { catalog_id: '7', text: 'Cepat ya', product_items: items })).toEqual({
    type: 'order',
    catalogId: '7',
    text: 'Cepat ya',
    items: [
      { product: 'KOPI-250', quantity: 2, price: '55000.5', currency: 'IDR' },
      { product: 'KOPI-250', quantity: 1, price: '0.10', currency: 'IDR' },
    ],
  })
})

test('an order with a line that cannot be read is not read as another order', () => {
  const parsed = parse(messagesOf([message('order', { product_items: [{ quantity: 2 }] })]))
  expect(parsed.events).toMatchObject([
    { type: 'message', content: { type: 'unknown', of: 'order' } },
  ])
  expect(parsed.unknown).toMatchObject([{ what: 'messageType', name: 'order' }])
})

test('what WhatsApp itself says, and what it does not hand on', () => {
  expect(contentOf('system', { type: 'customer_identity_changed', body: 'x' })).toEqual({
    type: 'system',
    kind: 'customer_identity_changed',
    body: 'x',
  })
  const errors = [{ code: 131051, title: 'Unsupported', error_data: { details: 'a poll' } }]
  expect(contentOf('unsupported', undefined, { errors })).toEqual({
    type: 'unsupported',
    errors: [{ code: 131051, title: 'Unsupported', message: null, details: 'a poll', href: null }],
  })
})

test.each([
  ['poll', { question: 'Kopi?' }],
  ['text', undefined],
  ['text', { body: 5 }],
  ['interactive', { type: 'call_permission_reply', call_permission_reply: {} }],
  ['interactive', { type: 'toString' }],
  ['constructor', {}],
  ['__proto__', {}],
])('%s with %j is a message of which the content is not known', (type, body) => {
  const parsed = parse(messagesOf([message(type, body, { type })]))
  expect(parsed.events).toMatchObject([{ id: 'wamid.A', content: { type: 'unknown', of: type } }])
  expect(parsed.unknown).toMatchObject([
    { what: 'messageType', name: type, place: 'entry[0].changes[0].value.messages[0]' },
  ])
  expect(parsed.rejected).toEqual([])
})
