import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/index.ts'
import { envelope, envelopeOf, messagesOf, text } from '../support/envelopes.ts'

describe('one bad item', () => {
  test.each<[reason: string, item: unknown]>([
    ['id: expected an id', text('x', { id: undefined })],
    ['id: expected an id that is not empty', text('x', { id: ' ' })],
    ['timestamp: expected a time in seconds', text('x', { timestamp: undefined })],
    ['timestamp: expected a time in seconds', text('x', { timestamp: 'yesterday' })],
    ['timestamp: expected a time of the years 1970 to 9998', text('x', { timestamp: -5 })],
    [
      'timestamp: expected a time of the years 1970 to 9998',
      text('x', { timestamp: '9'.repeat(16) }),
    ],
    ['type: ', text('x', { type: '' })],
    ['', null],
    ['', 'garbage'],
    ['', [text('x')]],
  ])('is rejected because: %s', (reason, item) => {
    const parsed = parse(messagesOf([text('a', { id: '1' }), item, text('b', { id: '2' })]))
    expect(parsed.events).toMatchObject([{ id: '1' }, { id: '2' }])
    expect(parsed.rejected).toMatchObject([
      { place: 'entry[0].changes[0].value.messages[1]', reason: expect.stringContaining(reason) },
    ])
    expect(parsed.rejected[0]?.raw).toBe(item)
  })

  test('in every field', () => {
    const bad = [{}, null]
    const values: [field: string, value: object][] = [
      ['messages', { messages: bad, statuses: bad }],
      ['smb_message_echoes', { message_echoes: bad }],
      ['smb_app_state_sync', { state_sync: bad }],
      ['user_preferences', { user_preferences: bad }],
      ['user_id_update', { user_id_update: bad }],
      ['calls', { calls: bad, statuses: bad }],
    ]
    for (const [field, value] of values) {
      const { events, rejected } = parse(envelope(field, value))
      expect(events, field).toEqual([])
      expect(rejected.length, field).toBe(2 * Object.keys(value).length)
    }
  })
})

test('parts of an envelope that are something else are rejected where they stand', () => {
  const good = { field: 'messages', value: Reflect.get(changeOf(messagesOf([text('a')])), 'value') }
  const changes = [null, { field: 'messages' }, { field: 'messages', value: [] }, good]
  const parsed = parse(envelopeOf(changes))
  expect(parsed.events.length).toBe(1)
  expect(parsed.rejected.map(({ place }) => place)).toEqual([
    'entry[0].changes[0]',
    'entry[0].changes[1]',
    'entry[0].changes[2]',
  ])
  const object = 'whatsapp_business_account'
  expect(parse({ object }).rejected).toMatchObject([{ place: 'entry' }])
  expect(parse({ object, entry: [7, { changes: {} }] }).rejected).toMatchObject([
    { place: 'entry[0]' },
    { place: 'entry[1]' },
  ])
  const nameless = { messages: [text('a')], metadata: { display_phone_number: '1' } }
  expect(parse(envelope('messages', nameless)).rejected).toMatchObject([
    { reason: 'metadata.phone_number_id: expected an id' },
  ])
  expect(parse(envelope('messages', { messages: { 0: text('a') } })).rejected).toMatchObject([
    { place: 'entry[0].changes[0].value.messages', reason: 'expected a list' },
  ])
})

test('another product is none of this package', () => {
  for (const other of [{ object: 'page', entry: [] }, {}, [], null, 'x', 7]) {
    expect(parse(other)).toMatchObject({ isWhatsApp: false, events: [], rejected: [] })
  }
})

test('every entry, change and item is read, at the platform’s largest', () => {
  const changes = Array.from({ length: 10 }, (_, c) => ({
    field: 'messages',
    value: {
      metadata: { phone_number_id: '1' },
      messages: Array.from({ length: 50 }, (_, m) => text('x', { id: `m${c}.${m}` })),
      statuses: [{ id: `s${c}`, status: 'read', timestamp: '1' }],
    },
  }))
  const entry = Array.from({ length: 2 }, () => ({ id: '900', changes }))
  const { events } = parse({ object: 'whatsapp_business_account', entry })
  expect(events.length).toBe(2 * 10 * 51)
  expect(new Set(events.map(({ place }) => place)).size).toBe(events.length)
})

test('depth is no danger', () => {
  const depth = 100_000
  const deep: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  for (const value of [deep, { messages: deep }, { messages: [deep], contacts: [deep] }]) {
    expect(parse(envelope('messages', value as object)).events).toEqual([])
  }
  const { events } = parse(messagesOf([text('a', { context: deep, referral: deep, new: deep })]))
  expect(events.length).toBe(1)
})

test('nothing that is JSON makes it throw, and what stands beside is not lost', () => {
  const whole = fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true }))
  const item = fc.oneof(
    whole,
    fc.record(
      { id: whole, timestamp: whole, type: whole, from: whole, text: whole, system: whole },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.constantFrom('id', 'from', 'timestamp', 'type', 'image', 'order'), whole),
  )
  fc.assert(
    fc.property(whole, item, item, (envelope, before, after) => {
      parse(envelope)
      const { events } = parse(messagesOf([before, text('x', { id: 'kept' }), after], [before]))
      expect(events.some((event) => 'id' in event && event.id === 'kept')).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

function changeOf(made: object): object {
  return (made as { entry: { changes: object[] }[] }).entry[0]!.changes[0]!
}
