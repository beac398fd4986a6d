import { expect, test } from 'vitest'
import { excerpt } from '../../src/dead-letters/excerpt.ts'
import { parse } from '../../src/index.ts'
import { contact, envelope, envelopeOf, messagesOf, text } from '../support/envelopes.ts'
import { noWebhooks, recordedWebhooks } from '../support/examples.ts'

const sari = contact('Sari')
const budi = contact('Budi', { wa_id: '6285711112222', user_id: 'ID.22' })

test('keeps one item, what is said of all, and nobody else', () => {
  const from = { from: '6285711112222', id: 'wamid.B' }
  const whole = messagesOf([text('Halo'), text('Kopi', from)], [sari, budi])
  expect(excerpt(whole, 'entry[0].changes[0].value.messages[1]')).toEqual(
    messagesOf([text('Kopi', from)], [budi]),
  )
})

test('gives nobody the contact of somebody else who is named beside', () => {
  const quoting = text('Ya', { context: { from: '6285711112222', id: 'wamid.C' } })
  const other = text('Kopi', { from: '6285711112222', id: 'wamid.B' })
  const piece = excerpt(
    messagesOf([quoting, other], [budi]),
    'entry[0].changes[0].value.messages[0]',
  )
  expect(parse(piece).events).toMatchObject([{ from: { phone: '+6281234567890', name: null } }])
})

test('keeps a change whole where nobody knows what is in it', () => {
  const change = { field: 'flows', value: { list: [1, 2], contacts: [sari] } }
  const whole = envelopeOf([{ field: 'messages', value: {} }, change])
  expect(excerpt(whole, 'entry[0].changes[1].value')).toEqual(envelopeOf([change]))
})

test('follows the threads of a history', () => {
  const threads = [
    { id: '6285711112222', messages: [text('Satu', { id: 'wamid.1' })] },
    { id: '6281234567890', messages: [text('Dua', { id: 'wamid.2' }), text('Tiga')] },
  ]
  const whole = envelope('history', { history: [{ metadata: { phase: 0 }, threads }] })
  const place = 'entry[0].changes[0].value.history[0].threads[1].messages[0]'
  const { events } = parse(excerpt(whole, place))
  expect(events).toMatchObject([{ type: 'historyMessage', id: 'wamid.2' }])
})

test('every event of a recorded webhook is read alike from its excerpt', ({ skip }) => {
  const webhooks = recordedWebhooks()
  skip(webhooks.length === 0, noWebhooks)
  for (const { body } of webhooks) {
    const whole: unknown = JSON.parse(body)
    for (const { place, ...said } of parse(whole).events) {
      const again = parse(excerpt(whole, place)).events.map(({ place: _, ...rest }) => rest)
      // What WhatsApp says of a history is its whole chunk, of which the excerpt keeps every part.
      if (said.type !== 'historyDeclined') expect(again).toContainEqual(said)
    }
  }
})
