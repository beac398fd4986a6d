import fc from 'fast-check'
import {
  consentChannels,
  consentDecisions,
  consentPurposes,
} from '../../../domain/consents/rows.ts'
import { toldStatuses } from '../../../domain/messages/message-status.ts'
import { rfmGroups } from '../../../domain/scores/rows.ts'
import { aCustomer, anyOf, calls, fields, made, mostly, type Weighted, when } from './draw.ts'
import { messageIds } from './pools.ts'

/** Few ids, so that events are told again, and ids used for something else. */
const eventId = fc.option(anyOf(['ev-1', 'ev-2', 'ev-3', 'ev-4']), { freq: 3 })
const by = anyOf(['dina', 'Dina', 'budi'])

const labelEvent = fields(
  {
    customer: aCustomer,
    label: mostly(
      anyOf(['Grade A', 'grade a', 'Grade B', 'Élite']),
      anyOf(['01980000-0000-7000-8000-000000000001']),
    ),
    source: anyOf(['waha', 'shop']),
    change: anyOf(['added', 'added', 'removed']),
    at: when,
    by,
    eventId,
  },
  'customer',
  'label',
  'change',
)

const labelEventById = fields(
  { customer: aCustomer, label: made('label', 3), change: anyOf(['added', 'removed']), at: when },
  'customer',
  'label',
  'change',
)

const consent = fields(
  {
    customer: aCustomer,
    purpose: anyOf(consentPurposes),
    channel: anyOf([...consentChannels, null]),
    decision: anyOf(consentDecisions),
    at: when,
    by,
    proof: anyOf(['formulir', 'STOP']),
    eventId,
  },
  'customer',
  'purpose',
  'decision',
)

const rank = fc.integer({ min: 1, max: 5 })
const rfm = fc.record({
  customer: aCustomer,
  recency: rank,
  frequency: rank,
  monetary: rank,
  group: anyOf(rfmGroups),
})
const purchases = anyOf([0, 0.0004, 0.5, 1.2345, 12])
const model = fc.record({
  customer: aCustomer,
  probabilityAlive: anyOf([0, 1e-7, 0.333_333_3, 1]),
  expectedPurchases: fc.record({ 30: purchases, 90: purchases, 180: purchases, 365: purchases }),
})
const scores = fields(
  {
    asOf: when,
    rfm: fc.array(rfm, { maxLength: 3 }),
    model: fc.array(model, { maxLength: 3 }),
  },
  'asOf',
)

const messageStatus = fields(
  {
    message: anyOf(messageIds),
    status: anyOf(toldStatuses),
    at: when,
    error: anyOf([131_047, 131_026, null]),
    pricing: anyOf([{ billable: true, category: 'marketing' }, { billable: false }, null]),
    callbackData: anyOf(['campaign-1', 'campaign-2']),
  },
  'message',
  'status',
)

const source = anyOf(['waha', 'shop'])
const key = anyOf(['1', '2', '9'])
const lid = anyOf(['111111111111111', '222222222222222'])
const whatsapp = anyOf(['6281234567890', '6289655551234', '6285700000001'])
const chat = fc.oneof(
  fc.record({ whatsapp }),
  fc.record({ lid }),
  fc.record({ whatsapp, lid, name: anyOf(['Eka']) }),
)
const toldOfChat = fields(
  {
    told: fc.constant('chat'),
    label: key,
    chat,
    change: anyOf(['added', 'added', 'removed']),
    at: when,
    by,
    eventId,
  },
  'told',
  'label',
  'chat',
  'change',
)
const toldOfLabel = fields(
  {
    told: fc.constant('label'),
    label: key,
    name: anyOf(['Grade A', 'Baru', 'Lunas']),
    colour: anyOf(['1', '#dfaef0']),
    deleted: anyOf([true, false, false]),
    at: when,
  },
  'told',
  'label',
)
const toldOfLid = fc.record({ told: fc.constant('lid'), lid, whatsapp })
const told = fields(
  {
    source,
    by,
    events: fc.array(fc.oneof(toldOfChat, toldOfChat, toldOfLabel, toldOfLid), { maxLength: 4 }),
  },
  'source',
  'events',
)
const snapshot = fields(
  {
    source,
    at: when,
    labels: fc.uniqueArray(fc.record({ label: key, name: anyOf(['Grade A', 'Baru']) }), {
      selector: (row) => row.label,
      maxLength: 3,
    }),
    chats: fc.array(fc.record({ chat, labels: fc.uniqueArray(key, { maxLength: 2 }) }), {
      maxLength: 3,
    }),
  },
  'source',
  'labels',
  'chats',
)

const several = fc.record({ customers: fc.array(aCustomer, { minLength: 1, maxLength: 3 }) })

/** What comes from outside about customers and is kept: labels, consents, scores. */
export const recordedCommands: readonly Weighted[] = [
  [2, calls('conflicts.record', several)],
  [1, calls('conflicts.dismiss', several)],
  [1, calls('conflicts.list')],
  [4, calls('messages.recordStatus', messageStatus)],
  [1, calls('messages.recordStatuses', fc.array(messageStatus, { maxLength: 3 }))],
  [6, calls('labels.record', labelEvent)],
  [2, calls('labels.record', labelEventById)],
  [2, calls('labels.recordMany', fc.array(labelEvent, { maxLength: 4 }))],
  [4, calls('labels.hear', told)],
  [1, calls('labels.reconcile', snapshot)],
  [1, calls('labels.waiting')],
  [4, calls('consents.record', consent)],
  [2, calls('scores.record', scores)],
  [1, calls('labels.list')],
  [1, calls('labels.of', aCustomer)],
  [1, calls('consents.of', aCustomer)],
  [1, calls('scores.of', aCustomer)],
]
