import fc from 'fast-check'
import { aCustomer, anyOf, calls, fields, made, type Weighted } from './draw.ts'
import { businessNumbers } from './pools.ts'

// None that throws: such a call is refused, and yet leaves its claim. A story has that.
const channel = fc.record({
  blank: fc.constant('channel' as const),
  carrying: anyOf([
    'accepts',
    'accepts',
    'accepts',
    'loses',
    'isUnreachable',
    'hasNoTurn',
    'useTemplate',
    'waitADay',
    'suppressMarketing',
  ] as const),
  businessNumber: anyOf(businessNumbers),
})

const message = fc.record({
  form: anyOf(['freeForm', 'template']),
  purpose: anyOf(['service', 'marketing']),
  text: anyOf(['Halo', 'Pesanan siap']),
})

const sent = fields(
  { customer: aCustomer, channel, message, reference: anyOf(['S-1', 'S-2', 'S-3', 'S-4', null]) },
  'customer',
  'channel',
  'message',
)

const asked = fc.record({
  customer: aCustomer,
  channel: fc.record({ name: anyOf(['whatsapp', 'sms']), businessNumber: anyOf(businessNumbers) }),
  form: anyOf(['freeForm', 'template']),
  purpose: anyOf(['service', 'marketing']),
})

/** What lets messages through the gate more often than chance would. */
const agreed = fc.record({
  customer: aCustomer,
  purpose: anyOf(['service', 'marketing']),
  decision: anyOf(['granted', 'granted', 'withdrawn']),
})
const wrote = fc.record({
  customer: aCustomer,
  kind: fc.constant('chat'),
  businessNumber: anyOf(businessNumbers),
})

/** A status that tells of a send by what it repeats. */
const told = fields(
  {
    message: made('message', 4),
    status: anyOf(['sent', 'failed', 'read']),
    act: anyOf(['useTemplate', 'waitADay', 'suppressMarketing', null]),
    error: anyOf([131_047, null]),
    callbackData: made('send', 4),
  },
  'message',
  'status',
)

/** Messages of the shop's own, from the gate to what is told of them later. */
export const sendingCommands: readonly Weighted[] = [
  [8, calls('messages.send', sent)],
  [2, calls('messages.mayReceive', asked)],
  [1, calls('messages.unresolved')],
  [2, calls('messages.resolve', made('send', 4), fc.record({ sent: fc.boolean() }))],
  [2, calls('messages.recordStatus', told)],
  [2, calls('consents.record', agreed)],
  [2, calls('interactions.record', wrote)],
]
