import fc from 'fast-check'
import { aCustomer, anyOf, calls, fields, made, type Weighted, when } from './draw.ts'
import { orderIds, products, rates } from './pools.ts'

const line = fields(
  {
    product: anyOf(products),
    quantity: anyOf([1, 1, 2, 0]),
    price: anyOf(['20000', '20000', '55000', '12.50', '0', null]),
    currency: anyOf(['IDR', 'IDR', 'USD', 'RP', null]),
  },
  'product',
  'quantity',
)

/** Mostly lines that can be confirmed as they are. */
const plainLine = fields(
  {
    product: anyOf(products),
    quantity: anyOf([1, 2]),
    price: anyOf(['20000', '55000']),
    currency: fc.constant('IDR'),
  },
  'product',
  'quantity',
  'price',
  'currency',
)

const placed = fields(
  {
    customer: aCustomer,
    lines: fc.oneof(
      fc.array(plainLine, { minLength: 1, maxLength: 3 }),
      fc.array(line, { minLength: 1, maxLength: 3 }),
    ),
    at: when,
    reference: anyOf(['wamid.O1', 'wamid.O2', null]),
    note: anyOf(['Cepat ya', null]),
  },
  'customer',
  'lines',
)

const confirmation = fields(
  {
    orderId: anyOf(orderIds),
    lines: fc.constant([{ product: 'KOPI-250', quantity: 1, price: 30_000 }]),
    currency: anyOf(['IDR', 'USD']),
    rate: anyOf(rates),
    discount: fc.nat(500),
    paid: fc.constant(true),
    at: when,
  },
  'orderId',
)

const aDraft = made('draft', 4)

/** Orders that customers place, and what becomes of them. */
export const draftCommands: readonly Weighted[] = [
  [4, calls('drafts.record', placed)],
  [4, calls('drafts.confirm', aDraft, confirmation)],
  [1, calls('drafts.confirm', aDraft, fc.record({ orderId: anyOf(orderIds) }))],
  [1, calls('drafts.cancel', aDraft)],
  [1, calls('drafts.get', aDraft)],
  [1, calls('drafts.open')],
  [1, calls('drafts.of', aCustomer)],
]
