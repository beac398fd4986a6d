import { expect, test } from 'vitest'
import { parse } from '../../src/index.ts'
import { contact, envelope, envelopeOf, message, text } from '../support/envelopes.ts'

const at = new Date('2026-01-01T00:00:00Z')

test('statuses with what they cost', () => {
  const status = {
    id: 'wamid.B',
    status: 'sent',
    timestamp: '1767225600',
    recipient_id: '6281234567890',
    recipient_user_id: 'ID.1',
    biz_opaque_callback_data: 'campaign-1',
    conversation: { id: 'c', origin: { type: 'marketing' }, expiration_timestamp: '1767312000' },
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
  }
  expect(parse(envelope('messages', { statuses: [status] })).events).toMatchObject([
    {
      type: 'status',
      messageId: 'wamid.B',
      status: 'sent',
      at,
      recipient: { phone: '+6281234567890', userId: 'ID.1' },
      callbackData: 'campaign-1',
      conversation: { id: 'c', origin: 'marketing', expiresAt: new Date('2026-01-02T00:00:00Z') },
      pricing: { isBillable: true, model: 'PMP', type: 'regular', category: 'marketing' },
      errors: [],
    },
  ])
})

test('a status that failed says why; one that is not known is told', () => {
  const errors = [{ code: 131047, title: 'Re-engagement message', href: 'https://e.example' }]
  const failed = { id: 'wamid.B', status: 'failed', timestamp: 1767225600, errors }
  const strange = { id: 'wamid.C', status: 'deleted', timestamp: '1767225600' }
  const parsed = parse(envelope('messages', { statuses: [failed, strange] }))
  expect(parsed.events).toMatchObject([
    { status: 'failed', recipient: { phone: null }, errors: [{ code: 131047 }] },
  ])
  expect(parsed.unknown).toMatchObject([{ what: 'status', name: 'deleted' }])
})

test.each(['1767225600', 1767225600, 1767225600000])('preferences, at %j', (timestamp) => {
  const stop = {
    wa_id: '6281234567890',
    user_id: 'ID.1',
    detail: 'User requested to stop marketing messages',
    category: 'marketing_messages',
    value: 'stop',
    timestamp,
  }
  const resume = { ...stop, wa_id: undefined, value: 'resume' }
  const later = { ...stop, value: 'later' }
  const parsed = parse(envelope('user_preferences', { user_preferences: [stop, resume, later] }))
  expect(parsed.events).toMatchObject([
    { type: 'preference', value: 'stop', at, person: { phone: '+6281234567890', userId: 'ID.1' } },
    { type: 'preference', value: 'resume', at, person: { phone: null, userId: 'ID.1' } },
  ])
  expect(parsed.unknown).toMatchObject([{ what: 'preference' }])
})

test('echoes: the customer is the receiver', () => {
  const echo = text('Siap', { from: '6285550000', to: '6281234567890', to_user_id: 'ID.1' })
  const value = { message_echoes: [echo], contacts: [contact('Sari')] }
  expect(parse(envelope('smb_message_echoes', value)).events).toMatchObject([
    { type: 'echo', to: { phone: '+6281234567890', userId: 'ID.1', name: 'Sari' } },
  ])
})

test('the address book of the app', () => {
  const entry = {
    type: 'contact',
    contact: { full_name: 'Sari Dewi', first_name: 'Sari', phone_number: '6281234567890' },
    action: 'add',
    metadata: { timestamp: '1767225600' },
  }
  const gone = { ...entry, contact: { phone_number: '6281234567890' }, action: 'remove' }
  const parsed = parse(
    envelope('smb_app_state_sync', { state_sync: [entry, gone, { type: 'chat', action: 'add' }] }),
  )
  expect(parsed.events).toMatchObject([
    { type: 'contact', action: 'add', fullName: 'Sari Dewi', firstName: 'Sari', at },
    { type: 'contact', action: 'remove', fullName: null, person: { phone: '+6281234567890' } },
  ])
  expect(parsed.unknown).toMatchObject([{ what: 'stateSync', name: 'chat add' }])
})

test('history: in threads, media once more, and declined', () => {
  const ours = text('Info', { from: '6285550000', history_context: { status: 'READ' } })
  const theirs = text('Terima kasih', { id: 'wamid.B' })
  const placeholder = message('media_placeholder', undefined, { id: 'wamid.C' })
  const thread = { id: '6281234567890', messages: [ours, theirs, placeholder] }
  const hidden = {
    context: { user_id: 'ID.1' },
    messages: [text('Halo', { id: 'wamid.D', from: '', from_user_id: 'ID.1' })],
  }
  const chunk = { metadata: { phase: 0 }, threads: [thread, hidden] }
  const person = { phone: '+6281234567890' }
  expect(parse(envelope('history', { history: [chunk] })).events).toMatchObject([
    { type: 'historyMessage', direction: 'outbound', person, status: 'read' },
    { direction: 'inbound', person, status: null, content: { type: 'text' } },
    { direction: 'inbound', person, content: { type: 'placeholder' } },
    { direction: 'inbound', person: { phone: null, userId: 'ID.1' } },
  ])
  const media = message('image', { id: '42' }, { id: 'wamid.C' })
  expect(parse(envelope('history', { messages: [media] })).events).toMatchObject([
    { type: 'historyMessage', id: 'wamid.C', content: { type: 'image', mediaId: '42' } },
  ])
  const declined = { errors: [{ code: 2593109, title: 'History sync is turned off' }] }
  expect(parse(envelope('history', { history: [declined] })).events).toMatchObject([
    { type: 'historyDeclined', errors: [{ code: 2593109 }] },
  ])
})

test('history: whoever is named on which side, the person is never the shop itself', () => {
  const [shop, sari] = ['6285550000', '6281234567890']
  const read = (sides: object, id: string | undefined = sari) =>
    parse(
      envelope('history', { history: [{ threads: [{ id, messages: [text('Halo', sides)] }] }] }),
    )
  const person = { phone: '+6281234567890' }
  const directions = [
    [{ from: sari, to: shop }, 'inbound'],
    [{ from: sari, to: undefined }, 'inbound'],
    [{ from: shop, to: sari }, 'outbound'],
    [{ from: shop, to: undefined }, 'outbound'],
    [{ from: shop, to: shop }, 'outbound'],
    [{ from: undefined, to: shop }, 'inbound'],
    [{ from: undefined, to: undefined }, 'inbound'],
  ] as const
  for (const [sides, direction] of directions)
    expect(read(sides).events).toMatchObject([{ direction, person }])
  const { events, rejected } = read({ from: shop, to: shop }, shop)
  expect(events).toEqual([])
  expect(rejected).toMatchObject([{ reason: expect.stringMatching(/^to: expected a number/) }])
})

test('calls and how far they have come', () => {
  const call = {
    id: 'wacid.A',
    from: '6281234567890',
    to: '6285550000',
    event: 'connect',
    timestamp: '1767225600',
    direction: 'USER_INITIATED',
    session: { sdp: 'x' },
  }
  const ours = { ...call, from: '6285550000', to: '6281234567890', direction: undefined }
  const status = {
    id: 'wacid.A',
    type: 'call',
    status: 'RINGING',
    timestamp: '1767225600',
    recipient_id: '6281234567890',
  }
  const person = { phone: '+6281234567890' }
  expect(
    parse(envelope('calls', { calls: [call, ours], statuses: [status] })).events,
  ).toMatchObject([
    { type: 'call', direction: 'inbound', event: 'connect', person },
    { type: 'call', direction: 'outbound', person },
    { type: 'callStatus', callId: 'wacid.A', status: 'ringing', person },
  ])
})

test('what concerns the account and no shop', () => {
  const template = {
    event: 'PAUSED',
    message_template_id: 594425479261596,
    message_template_name: 'promo',
    message_template_language: 'id',
    reason: 'NONE',
  }
  const quality = {
    display_phone_number: '6285550000',
    event: 'UPGRADE',
    current_limit: 'TIER_10K',
  }
  const account = { phone_number: '6285550000', event: 'ACCOUNT_VIOLATION' }
  const changes = [
    { field: 'message_template_status_update', value: template },
    { field: 'phone_number_quality_update', value: quality },
    { field: 'account_update', value: account },
  ]
  expect(parse(envelopeOf(changes)).events).toMatchObject([
    { type: 'templateStatus', event: 'PAUSED', templateId: '594425479261596', name: 'promo' },
    { type: 'numberQuality', event: 'UPGRADE', currentLimit: 'TIER_10K', phone: '+6285550000' },
    { type: 'accountUpdate', event: 'ACCOUNT_VIOLATION' },
  ])
})

test('errors of the platform', () => {
  const errors = [{ code: 131000, message: 'Something went wrong' }]
  expect(parse(envelope('messages', { errors })).events).toMatchObject([
    { type: 'error', error: { code: 131000 } },
  ])
})

test('a field that is not known is kept as it came', () => {
  const value = { event: 'x', nested: { deep: [1] } }
  const parsed = parse(envelopeOf([{ field: 'payment_configuration_update', value }]))
  expect(parsed).toMatchObject({
    events: [],
    rejected: [],
    unknown: [{ what: 'field', name: 'payment_configuration_update', raw: value }],
  })
})
