import { secrets } from '../expect-refused.ts'
import {
  absent,
  nothing,
  type Wrong,
  wrongAmounts,
  wrongChoices,
  wrongDates,
  wrongIntegers,
  wrongLists,
  wrongLocalDates,
  wrongTexts,
} from '../wrong-values.ts'

import { customerOnTheSpot, knownCustomer, newCustomer } from './customer-fields.ts'
import { batchOf, type InputSpec, one } from './input-spec.ts'

const lineFields = (
  quantities: readonly Wrong[],
  totals: readonly Wrong[],
): InputSpec['fields'] => ({
  lines: [...wrongLists, ['no lines', []], nothing, absent],
  'lines[1]': [['text', 'a'], nothing, absent],
  'lines[1].product': [...wrongTexts(200), nothing, absent],
  'lines[1].category': wrongTexts(200),
  'lines[1].colour': wrongTexts(100),
  'lines[1].size': wrongTexts(100),
  'lines[1].quantity': [...quantities, ['no piece', 0], nothing, absent],
  'lines[1].price': [...wrongAmounts, nothing, absent],
  'lines[1].discount': [...wrongAmounts, nothing],
  'lines[1].total': [...totals, nothing],
})

const transactionFields: InputSpec['fields'] = {
  orderId: [...wrongTexts(200), nothing, absent],
  at: [...wrongDates, nothing],
  currency: [...wrongTexts(10), nothing],
  rate: [...wrongTexts(64), nothing],
  discount: [...wrongAmounts, nothing],
  method: [...wrongTexts(50), nothing],
  note: wrongTexts(2_000),
}

const sold: readonly Wrong[] = [...wrongIntegers, ['pieces that came back', -1]]
const returned: readonly Wrong[] = [...wrongIntegers, ['pieces that were sold', 1]]

export const saleFields: InputSpec['fields'] = {
  kind: [...wrongChoices, nothing],
  ...transactionFields,
  ...lineFields(sold, wrongAmounts),
  charges: [...wrongLists, nothing],
  'charges[0].kind': [...wrongChoices, nothing, absent],
  'charges[0].amount': [...wrongAmounts, nothing, absent],
  dueDate: wrongLocalDates,
  paid: [...wrongAmounts.filter(([what]) => what !== 'a flag'), ['false', false], nothing],
}

const creditFields: InputSpec['fields'] = {
  ...transactionFields,
  ...lineFields(returned, [...wrongIntegers, ['more than nothing', 1]]),
  refunded: [...wrongAmounts.filter(([what]) => what !== 'a flag'), ['false', false], nothing],
}

const lines = (quantity: number): object[] => [
  { product: 'KOPI-250', quantity, price: 30_000 },
  { product: 'GELAS', category: 'alat', quantity, price: 30_000, discount: 10 },
]

function sale(customer: unknown): object {
  const charges = [{ kind: 'shipping', amount: 9_000 }]
  return { customer, orderId: 'INV-9', lines: lines(1), charges, note: secrets.notes }
}

function creditNote(customer: unknown): object {
  return { kind: 'creditNote', customer, orderId: 'CN-9', lines: lines(-1), note: secrets.notes }
}

const settlementFields: InputSpec['fields'] = {
  orderId: [...wrongTexts(200), nothing, absent],
  amount: [...wrongAmounts, ['nothing at all', 0], nothing, absent],
  at: [...wrongDates, nothing],
  method: [...wrongTexts(50), nothing],
  reference: wrongTexts(200),
  note: wrongTexts(2_000),
  rate: [...wrongTexts(64), nothing],
}

const paymentFields: InputSpec['fields'] = {
  ...settlementFields,
  fromCredit: [['text', 'yes'], ['a number', 1], nothing],
}

export const transactionInputs: readonly InputSpec[] = [
  {
    method: 'transactions.record',
    args: one,
    right: ({ customer }) => sale(customer),
    fields: { customer: knownCustomer, ...saleFields },
    closed: ['', 'lines[1]', 'charges[0]'],
  },
  {
    method: 'transactions.record',
    args: one,
    right: () => sale(newCustomer()),
    fields: customerOnTheSpot,
    closed: ['customer'],
  },
  {
    method: 'transactions.record',
    args: one,
    right: ({ customer }) => creditNote(customer),
    fields: { customer: knownCustomer, ...creditFields },
    closed: ['', 'lines[1]'],
  },
  {
    method: 'transactions.recordMany',
    place: '[0]',
    args: batchOf,
    right: () => creditNote(newCustomer()),
    fields: { ...creditFields, ...customerOnTheSpot },
    closed: ['', 'customer', 'lines[1]'],
  },
  {
    method: 'transactions.pay',
    args: one,
    right: () => ({ orderId: 'INV-2', amount: 10 }),
    fields: paymentFields,
    closed: [''],
  },
  {
    method: 'transactions.payMany',
    place: '[0]',
    args: batchOf,
    right: () => ({ orderId: 'INV-2', amount: 10 }),
    fields: paymentFields,
    closed: [''],
  },
  {
    method: 'transactions.refund',
    args: one,
    right: () => ({ orderId: 'CN-1', amount: 10 }),
    fields: settlementFields,
    closed: [''],
  },
]
