import { secrets } from '../expect-refused.ts'
import { back, creditNote, line, order } from './order-of.ts'
import type { Senseless } from './senseless.ts'

const most = Number.MAX_SAFE_INTEGER

const ordering = (
  what: string,
  said: object,
  code: Senseless['code'],
  field: string,
): Senseless => ({
  what,
  method: 'transactions.record',
  args: order(said),
  code,
  field,
})

export const orders: readonly Senseless[] = [
  ordering(
    'a currency that is none',
    { currency: 'XXX', rate: '1' },
    'CURRENCY_UNKNOWN',
    'currency',
  ),
  ordering('a currency in small letters', { currency: 'idr' }, 'CURRENCY_UNKNOWN', 'currency'),
  ordering('a foreign currency without a rate', { currency: 'USD' }, 'INVALID_INPUT', 'rate'),
  ...['0', '0.000', '-1', '1e5', '1,5', '.5', '1.', 'Infinity', '0x10', '+1', '١'].map((rate) =>
    ordering(`the rate ${rate}`, { currency: 'USD', rate }, 'INVALID_INPUT', 'rate'),
  ),
  ordering('a rate in the book currency', { rate: '1' }, 'INVALID_INPUT', 'rate'),
  ordering('10,001 lines', { lines: Array(10_001).fill(line) }, 'INVALID_INPUT', 'lines'),
  ordering(
    '21 charges',
    { charges: Array(21).fill({ kind: 'tax', amount: 1 }) },
    'INVALID_INPUT',
    'charges',
  ),
  ordering(
    'a discount beyond its line',
    { lines: [line, { ...line, discount: 30_001 }] },
    'INVALID_INPUT',
    'lines[1].discount',
  ),
  ordering('a discount beyond the lines', { discount: 30_001 }, 'INVALID_INPUT', 'discount'),
  ordering(
    'rounding below nothing',
    { charges: [{ kind: 'rounding', amount: -30_001 }] },
    'INVALID_INPUT',
    'charges',
  ),
  ordering(
    'a charge below zero',
    { charges: [{ kind: 'tax', amount: -1 }] },
    'INVALID_INPUT',
    'charges[0].amount',
  ),
  ordering('more paid than it comes to', { paid: 30_001 }, 'PAYMENT_EXCEEDS_BALANCE', 'paid'),
  ordering(
    'a line past 2^53 − 1',
    { lines: [line, { ...line, quantity: 2, price: most }] },
    'AMOUNT_OVERFLOW',
    'lines[1].price',
  ),
  ordering(
    'lines past 2^53 − 1',
    { lines: [{ ...line, price: most }, line] },
    'AMOUNT_OVERFLOW',
    'lines',
  ),
  ordering(
    'charges past 2^53 − 1',
    {
      charges: [
        { kind: 'tax', amount: most },
        { kind: 'other', amount: 1 },
      ],
    },
    'AMOUNT_OVERFLOW',
    'charges',
  ),
  ordering(
    'a total past 2^53 − 1',
    { charges: [{ kind: 'tax', amount: most }] },
    'AMOUNT_OVERFLOW',
    'charges',
  ),
  ordering(
    'book money past 2^53 − 1',
    { currency: 'USD', rate: '999999999999999' },
    'AMOUNT_OVERFLOW',
    'rate',
  ),
  ordering(
    'pieces past 2^53 − 1',
    { lines: [{ ...line, quantity: most, price: 0 }, line] },
    'AMOUNT_OVERFLOW',
    'lines',
  ),
  ordering(
    'facts past 2^53 − 1',
    { lines: [{ ...line, price: most }] },
    'AMOUNT_OVERFLOW',
    'lines',
  ),
  ordering('a customer that is none', { customer: 'nobody' }, 'CUSTOMER_NOT_FOUND', 'customer'),
  ordering(
    'a given customer without a phone that can be',
    { customer: { name: 'A', phone: '12' } },
    'INVALID_INPUT',
    'customer.phone',
  ),
  ordering(
    'a given customer with identities of two',
    { customer: { name: 'A', phone: secrets.phone, external: 'C-1' } },
    'CUSTOMER_ALREADY_EXISTS',
    'customer',
  ),
  ordering(
    'a given customer in no group',
    { customer: { name: 'A', groups: ['Reseller', secrets.address] } },
    'GROUP_NOT_FOUND',
    'customer.groups[1]',
  ),
  ordering('the id of another order', { orderId: 'INV-1' }, 'IDEMPOTENCY_CONFLICT', 'orderId'),
  {
    what: 'more given back than it comes to',
    method: 'transactions.record',
    args: creditNote({ refunded: 30_001 }),
    code: 'REFUND_EXCEEDS_PAID',
    field: 'refunded',
  },
  {
    what: 'charges on a credit note',
    method: 'transactions.record',
    args: creditNote({ charges: [] }),
    code: 'INVALID_INPUT',
    field: 'charges',
  },
  {
    what: 'a credit past 2^53 − 1',
    method: 'transactions.record',
    args: creditNote({ lines: [{ ...back, price: most }] }),
    code: 'AMOUNT_OVERFLOW',
    field: 'lines',
  },
  {
    what: 'the second order of a batch',
    method: 'transactions.recordMany',
    args: (ids) => [[...order({})(ids), ...order({ orderId: 'INV-10', paid: 30_001 })(ids)]],
    code: 'PAYMENT_EXCEEDS_BALANCE',
    field: '[1].paid',
  },
  {
    what: 'the only order of a batch',
    method: 'transactions.recordMany',
    args: (ids) => [order({ paid: 30_001 })(ids)],
    code: 'PAYMENT_EXCEEDS_BALANCE',
    field: '[0].paid',
  },
  {
    what: 'the given customer of a batch',
    method: 'transactions.recordMany',
    args: (ids) => [[...order({})(ids), ...order({ customer: { name: 'A', email: 'b' } })(ids)]],
    code: 'INVALID_INPUT',
    field: '[1].customer.email',
  },
]
