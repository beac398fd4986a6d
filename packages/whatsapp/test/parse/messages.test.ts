import { expect, test } from 'vitest'
import { parse } from '../../src/index.ts'
import { contact, envelope, message, messagesOf, text } from '../support/envelopes.ts'

test('a message says when, from whom and to which number', () => {
  const { events } = parse(messagesOf([text('Halo')], [contact('Sari', { user_id: 'ID.1' })]))
  expect(events).toMatchObject([
    {
      type: 'message',
      id: 'wamid.A',
      place: 'entry[0].changes[0].value.messages[0]',
      accountId: '900',
      number: { id: '100000000000001', phone: '+6285550000' },
      at: new Date('2026-01-01T00:00:00Z'),
      from: { phone: '+6281234567890', waId: '+6281234567890', userId: 'ID.1', name: 'Sari' },
      content: { type: 'text', body: 'Halo' },
      context: null,
      referral: null,
    },
  ])
})

test('somebody without a phone number is known by the user id', () => {
  const sender = { from: undefined, from_user_id: 'ID.1', from_parent_user_id: 'ID.ENT.2' }
  const contacts = [
    { profile: { name: 'Budi' }, wa_id: '', user_id: 'ID.9' },
    { profile: { name: 'Sari', username: 'sari' }, user_id: 'ID.1' },
  ]
  const { events, rejected } = parse(messagesOf([text('Halo', sender)], contacts))
  expect(rejected).toEqual([])
  expect(events).toMatchObject([
    {
      from: {
        phone: null,
        waId: null,
        userId: 'ID.1',
        parentUserId: 'ID.ENT.2',
        name: 'Sari',
        username: 'sari',
      },
    },
  ])
  const empty = parse(messagesOf([text('Halo', { ...sender, from: '' })]))
  expect(empty.events).toMatchObject([{ from: { phone: null, userId: 'ID.1', name: null } }])
})

test('each message has the contact of its own sender', () => {
  const contacts = [contact('Sari'), contact('Budi', { wa_id: '6281111111111' })]
  const messages = [
    text('a', { id: '1', from: '6281111111111' }),
    text('b', { id: '2' }),
    text('c', { id: '3', from: '6282222222222' }),
  ]
  expect(parse(messagesOf(messages, contacts)).events).toMatchObject([
    { from: { name: 'Budi' } },
    { from: { name: 'Sari' } },
    { from: { name: null } },
  ])
})

test('an only contact is the only sender, though the ids differ', () => {
  const contacts = [contact('Diego', { wa_id: '5215512345678' })]
  const { events } = parse(messagesOf([text('Hola', { from: '525512345678' })], contacts))
  expect(events).toMatchObject([
    { from: { phone: '+525512345678', waId: '+5215512345678', name: 'Diego' } },
  ])
})

test('what a message answers, and the advertisement that somebody came from', () => {
  const context = {
    from: '6285550000',
    id: 'wamid.B',
    frequently_forwarded: true,
    referred_product: { catalog_id: '7', product_retailer_id: 'KOPI-250' },
  }
  const referral = {
    source_url: 'https://fb.me/x',
    source_id: '1201',
    source_type: 'ad',
    headline: 'Kopi Senja',
    body: 'Beli dua',
    media_type: 'image',
    ctwa_clid: 'click',
    welcome_message: { text: 'Halo' },
  }
  expect(parse(messagesOf([text('Halo', { context, referral })])).events).toMatchObject([
    {
      context: {
        id: 'wamid.B',
        from: '+6285550000',
        isForwarded: true,
        isFrequentlyForwarded: true,
        product: { catalogId: '7', product: 'KOPI-250' },
      },
      referral: {
        sourceType: 'ad',
        sourceId: '1201',
        sourceUrl: 'https://fb.me/x',
        headline: 'Kopi Senja',
        body: 'Beli dua',
        mediaType: 'image',
        clickId: 'click',
        welcomeMessage: 'Halo',
      },
    },
  ])
})

test('a change of number, without contacts', () => {
  const system = {
    type: 'user_changed_number',
    body: 'User Sari changed from 1 to 2',
    wa_id: '6289999999999',
    user_id: 'ID.2',
    previous_user_id: 'ID.1',
  }
  expect(parse(messagesOf([message('system', system)])).events).toMatchObject([
    {
      type: 'numberChanged',
      id: 'wamid.A',
      before: { phone: '+6281234567890', userId: 'ID.1' },
      after: { phone: '+6289999999999', userId: 'ID.2' },
    },
  ])
})

test('a change of user id, in a message and in a field of its own', () => {
  const system = { type: 'user_changed_user_id', user_id: 'ID.2', previous_user_id: 'ID.1' }
  const update = {
    wa_id: '6281234567890',
    detail: 'changed',
    user_id: { previous: 'ID.1', current: 'ID.2' },
    timestamp: 1767225600,
  }
  const expected = { type: 'userIdChanged', previous: 'ID.1', current: 'ID.2' }
  expect(parse(messagesOf([message('system', system)])).events).toMatchObject([expected])
  expect(parse(envelope('user_id_update', { user_id_update: [update] })).events).toMatchObject([
    { ...expected, person: { phone: '+6281234567890' } },
  ])
})

test('groups, broadcasts and newsletters are passed over and counted', () => {
  const messages = [
    text('a', { group_id: '12@g.us' }),
    text('a', { group_id: 123 }),
    text('b', { from: '12-3@g.us' }),
    text('c', { from: 'status@broadcast' }),
    text('d', { from: '12@newsletter' }),
    text('e'),
  ]
  const parsed = parse(messagesOf(messages))
  expect(parsed.events.length).toBe(1)
  expect(parsed.ignored).toEqual({ group: 3, broadcast: 1, newsletter: 1 })
  const status = {
    id: '1',
    status: 'read',
    timestamp: '1',
    recipient_id: 'x',
    recipient_type: 'group',
  }
  expect(parse(envelope('messages', { statuses: [status] })).ignored.group).toBe(1)
})

test.each(['12', '0', '000000000', '123456', '1'.repeat(16), '251556368777322@lid', '6285550000'])(
  'a sender %s is no number, and nobody unless a user id is there',
  (from) => {
    const { events, rejected } = parse(messagesOf([text('Halo', { from })]))
    expect(events).toEqual([])
    expect(rejected).toMatchObject([
      { reason: expect.stringMatching(/^from: expected a number of 7 to 15 digits/) },
    ])
    const known = parse(messagesOf([text('Halo', { from, from_user_id: 'ID.1' })]))
    expect(known.events).toMatchObject([{ from: { phone: null, waId: null, userId: 'ID.1' } }])
    const call = { id: 'wacid.A', from, event: 'connect', timestamp: '1767225600' }
    const ours = { ...call, direction: 'BUSINESS_INITIATED', from: '6285550000', to: from }
    expect(parse(envelope('calls', { calls: [ours] })).rejected).toHaveLength(1)
    const echo = text('Halo', { from: '6285550000', to: from })
    expect(parse(envelope('smb_message_echoes', { message_echoes: [echo] })).rejected).toHaveLength(
      1,
    )
  },
)
