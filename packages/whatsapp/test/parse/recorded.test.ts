import { expect, test } from 'vitest'
import { parse } from '../../src/index.ts'
import { noWebhooks, recordedWebhooks } from '../support/examples.ts'

const webhooks = recordedWebhooks()

test('every recorded webhook is read whole', ({ skip }) => {
  skip(webhooks.length === 0, noWebhooks)
  for (const { name, body } of webhooks) {
    const parsed = parse(JSON.parse(body))
    expect(parsed, name).toMatchObject({ isWhatsApp: true, unknown: [], rejected: [] })
    expect(parsed.events.length, name).toBe(1)
  }
})

test('recorded webhooks are read as what they are', ({ skip }) => {
  skip(webhooks.length === 0, noWebhooks)
  const read = webhooks.map(({ name, body }) => [
    name.replace(/^.*__|\.json$/g, ''),
    parse(JSON.parse(body)).events.map((event) =>
      event.type === 'message'
        ? `${event.content.type} ${event.from.phone} ${event.from.userId} ${event.from.name}`
        : event.type,
    ),
  ])
  expect(Object.fromEntries(read)).toMatchObject({
    'bsuid-rotation-user-id-update': ['userIdChanged'],
    'image-message': ['image +15551234567 null Test User'],
    'interactive-button-reply': ['buttonReply +15551234567 null Test User'],
    reaction: ['reaction +15551234567 null Test User'],
    'replay-firstMessage': ['text +15550002222 null Test User'],
    'status-update-message-delivered': ['status'],
    'system-message-user-changed-number': ['numberChanged'],
    'system-message-user-changed-user-id': ['userIdChanged'],
    'text-message-with-business-scoped-user-ids': [
      'text +15551234567 US.13491208655302741918 Test User',
    ],
    'v25-incoming': ['text +16315551181 US.13491208655302741918 test user name'],
    'v25-read': ['status'],
  })
})
