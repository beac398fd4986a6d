import fc from 'fast-check'
import type { ThingMade } from './command.ts'
import { anyOf, calls, fields, made, type Weighted, when } from './draw.ts'
import { rates, references } from './pools.ts'
import { creditNote, sale } from './transactions.ts'

const how = {
  at: when,
  method: anyOf(['transfer', 'cash']),
  reference: anyOf(references),
  note: anyOf(['lunas']),
  rate: fc.option(anyOf(rates), { freq: 9, nil: undefined }),
}

/** Some money against an order; now and then against what takes none. */
function some(of: ThingMade, other: ThingMade): fc.Arbitrary<object> {
  const orderId = fc.oneof(
    { weight: 20, arbitrary: made(of) as fc.Arbitrary<unknown> },
    { weight: 1, arbitrary: made(other) },
    { weight: 1, arbitrary: fc.constant('INV-none') },
  )
  const amount = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 60_000 }) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, Number.MAX_SAFE_INTEGER) },
  )
  return fields({ ...how, orderId, amount }, 'orderId', 'amount')
}

/** All that is still open on an order. */
function all(of: ThingMade): fc.Arbitrary<object> {
  return fc
    .tuple(made(of), fields(how))
    .map(([orderId, more]) => ({ ...more, orderId, amount: { blank: 'open', orderId } }))
}

/** Payments of a given amount. */
export const partPayment: fc.Arbitrary<object> = some('sale', 'creditNote')
const payment = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(partPayment, partPayment, all('sale')) },
  { weight: 1, arbitrary: partPayment.map((input) => ({ ...input, fromCredit: true })) },
)
const refundOfPart = some('creditNote', 'sale')
const refund = fc.oneof(refundOfPart, refundOfPart, all('creditNote'))
const batch = fc.array(fc.oneof(sale, sale, creditNote), { maxLength: 5 })

export const moneyCommands: readonly Weighted[] = [
  [14, calls('transactions.record', sale)],
  [5, calls('transactions.record', creditNote)],
  [4, calls('transactions.recordMany', batch)],
  [9, calls('transactions.pay', payment)],
  [2, calls('transactions.payMany', fc.array(payment, { maxLength: 3 }))],
  [5, calls('transactions.refund', refund)],
]
