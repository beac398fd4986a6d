import fc from 'fast-check'
import { newCustomer } from './customer-commands.ts'
import { aCustomer, anyOf, fields, mostly, when } from './draw.ts'
import { dueDates, orderIds, products, rates } from './pools.ts'

const huge = fc.constantFrom(Number.MAX_SAFE_INTEGER, 2 ** 52)

const price = fc.oneof(
  { weight: 20, arbitrary: fc.nat(200_000) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: huge },
)

function lineWith(quantity: fc.Arbitrary<number>, sign: 1 | -1): fc.Arbitrary<object> {
  return fields(
    {
      product: anyOf(products),
      category: anyOf(['kopi', 'gelas']),
      colour: anyOf(['hitam', 'putih']),
      size: anyOf(['S', 'L']),
      quantity,
      price,
      discount: fc.oneof(fc.nat(500), fc.constant(-0)),
      total: fc.nat(100_000).map((total) => total * sign),
    },
    'product',
    'quantity',
    'price',
  )
}

const piecesSold = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(-1) },
  { weight: 1, arbitrary: huge },
)

/** The book currency mostly, else another with its rate, or something that does not fit together. */
const money: fc.Arbitrary<object> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: anyOf(rates).map((rate) => ({ currency: 'USD', rate })) },
  { weight: 1, arbitrary: anyOf(rates).map((rate) => ({ currency: 'KWD', rate })) },
  { weight: 1, arbitrary: anyOf(rates).map((rate) => ({ currency: 'JPY', rate })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ currency: 'USD' }, { currency: 'XXX' }, { rate: '2' }),
  },
)

const atOnce = fc.oneof(fc.constant(true), fc.nat(20_000), fc.nat(300_000))

const charges = fc.array(
  fc.oneof(
    fields({ kind: anyOf(['shipping', 'tax']), amount: fc.nat(20_000) }, 'kind', 'amount'),
    fields(
      { kind: fc.constant('rounding'), amount: fc.integer({ min: -99, max: 99 }) },
      'kind',
      'amount',
    ),
  ),
  { maxLength: 2 },
)

const common = {
  customer: fc.oneof(
    { weight: 4, arbitrary: aCustomer },
    { weight: 1, arbitrary: newCustomer as fc.Arbitrary<unknown> },
  ),
  orderId: anyOf(orderIds),
  at: when,
  discount: fc.nat(2_000),
  method: anyOf(['transfer', 'cod']),
  note: anyOf(['titip', 'a\n"b"']),
}

/** Sales with several lines, discounts and charges, paid not at all, in part or in full. */
export const sale: fc.Arbitrary<object> = withMoney(
  fields(
    {
      ...common,
      lines: fc.array(lineWith(piecesSold, 1), { minLength: 1, maxLength: 4 }),
      charges,
      dueDate: mostly(anyOf(dueDates), fc.constant('2026-04-31')),
      paid: atOnce,
    },
    'customer',
    'orderId',
    'lines',
  ),
)

export const creditNote: fc.Arbitrary<object> = withMoney(
  fields(
    {
      ...common,
      kind: fc.constant('creditNote'),
      lines: fc.array(lineWith(fc.integer({ min: -4, max: -1 }), -1), {
        minLength: 1,
        maxLength: 3,
      }),
      refunded: atOnce,
    },
    'customer',
    'orderId',
    'lines',
    'kind',
  ),
)

function withMoney(transactions: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc
    .tuple(transactions, money)
    .map(([transaction, currency]) => ({ ...transaction, ...currency }))
}
