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

/** What comes from outside about customers and is kept: labels, consents, scores. */
export const recordedCommands: readonly Weighted[] = [
  [4, calls('messages.recordStatus', messageStatus)],
  [1, calls('messages.recordStatuses', fc.array(messageStatus, { maxLength: 3 }))],
  [6, calls('labels.record', labelEvent)],
  [2, calls('labels.record', labelEventById)],
  [2, calls('labels.recordMany', fc.array(labelEvent, { maxLength: 4 }))],
  [4, calls('consents.record', consent)],
  [2, calls('scores.record', scores)],
  [1, calls('labels.list')],
  [1, calls('labels.of', aCustomer)],
  [1, calls('consents.of', aCustomer)],
  [1, calls('scores.of', aCustomer)],
]
