import type { Ids } from '../../world/population.ts'
import { order } from './order-of.ts'
import type { Senseless } from './senseless.ts'

const future = (
  method: string,
  field: string,
  input: (ids: Ids, at: Date) => unknown,
): Senseless => ({
  what: `${field} a millisecond ahead`,
  method,
  args: (ids, now) => [input(ids, new Date(now + 1))],
  code: 'TIME_IN_FUTURE',
  field,
})

export const futures: readonly Senseless[] = [
  future('transactions.record', 'at', (ids, at) => order({ at })(ids)[0]),
  future('transactions.recordMany', '[0].at', (ids, at) => order({ at })(ids)),
  future(
    'transactions.record',
    'customer.firstContactAt',
    (ids, firstContactAt) => order({ customer: { name: 'A', firstContactAt } })(ids)[0],
  ),
  future('transactions.pay', 'at', (_, at) => ({ orderId: 'INV-2', amount: 1, at })),
  future('transactions.payMany', '[0].at', (_, at) => [{ orderId: 'INV-2', amount: 1, at }]),
  future('transactions.refund', 'at', (_, at) => ({ orderId: 'CN-1', amount: 1, at })),
  future('interactions.record', 'at', ({ customer }, at) => ({ customer, kind: 'chat', at })),
  future('interactions.recordMany', '[0].at', ({ customer }, at) => [
    { customer, kind: 'chat', at },
  ]),
  future('messages.recordStatus', 'at', (_, at) => ({ message: 'wamid.9', status: 'sent', at })),
  future('messages.recordStatuses', '[0].at', (_, at) => [
    { message: 'wamid.9', status: 'sent', at },
  ]),
  future('customers.reportBounce', 'at', (_, at) => ({ email: 'sari@example.com', at })),
  future('labels.record', 'at', ({ customer, label }, at) => ({
    customer,
    label,
    change: 'added',
    at,
  })),
  future('labels.recordMany', '[0].at', ({ customer, label }, at) => [
    { customer, label, change: 'added', at },
  ]),
  future('labels.reconcile', 'at', (_, at) => ({ source: 'waha', at, labels: [], chats: [] })),
  future('consents.record', 'at', ({ customer }, at) => ({
    customer,
    purpose: 'marketing',
    decision: 'granted',
    at,
  })),
  future('scores.record', 'asOf', (_, asOf) => ({ asOf })),
  future('customers.add', 'firstContactAt', (_, firstContactAt) => ({ name: 'A', firstContactAt })),
  future('customers.findOrAdd', 'firstContactAt', (_, firstContactAt) => ({
    name: 'A',
    phone: '0857-1111-2222',
    firstContactAt,
  })),
  future('customers.addMany', '[0].firstContactAt', (_, firstContactAt) => [
    { name: 'A', firstContactAt },
  ]),
  {
    what: 'a birth after today',
    method: 'customers.add',
    args: () => [{ name: 'A', birthDate: '2026-03-11' }],
    code: 'TIME_IN_FUTURE',
    field: 'birthDate',
  },
  {
    what: 'a birth after today',
    method: 'customers.edit',
    args: ({ customer }) => [customer, { birthDate: '9999-12-31' }],
    code: 'TIME_IN_FUTURE',
    field: 'birthDate',
  },
]
