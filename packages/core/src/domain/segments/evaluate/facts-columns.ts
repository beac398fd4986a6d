import type { FactsRow } from '../../value/rows.ts'
import { type ColumnReader, within } from './column-reader.ts'

/** Readers of the columns of the facts row. */
export const factsColumns: { readonly [C in keyof FactsRow]: ColumnReader } = {
  customerId: {
    read: (view) => view.facts.customerId,
    equals: (value, wanted) => (view) => (view.facts.customerId === value) === wanted,
  },
  birthdayKey: {
    read: (view) => view.facts.birthdayKey,
    equals: (value, wanted) => (view) => (view.facts.birthdayKey === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.birthdayKey, low, high) === wanted,
  },
  firstContactAt: {
    read: (view) => view.facts.firstContactAt,
    equals: (value, wanted) => (view) => (view.facts.firstContactAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.firstContactAt, low, high) === wanted,
  },
  lastInteractionAt: {
    read: (view) => view.facts.lastInteractionAt,
    equals: (value, wanted) => (view) => (view.facts.lastInteractionAt === value) === wanted,
    lies: (low, high, wanted) => (view) =>
      within(view.facts.lastInteractionAt, low, high) === wanted,
  },
  lastActivityAt: {
    read: (view) => view.facts.lastActivityAt,
    equals: (value, wanted) => (view) => (view.facts.lastActivityAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.lastActivityAt, low, high) === wanted,
  },
  interactions: {
    read: (view) => view.facts.interactions,
    equals: (value, wanted) => (view) => (view.facts.interactions === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.interactions, low, high) === wanted,
  },
  windowClosesAt: {
    read: (view) => view.facts.windowClosesAt,
    equals: (value, wanted) => (view) => (view.facts.windowClosesAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.windowClosesAt, low, high) === wanted,
  },
  orders: {
    read: (view) => view.facts.orders,
    equals: (value, wanted) => (view) => (view.facts.orders === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.orders, low, high) === wanted,
  },
  paidOrders: {
    read: (view) => view.facts.paidOrders,
    equals: (value, wanted) => (view) => (view.facts.paidOrders === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.paidOrders, low, high) === wanted,
  },
  pieces: {
    read: (view) => view.facts.pieces,
    equals: (value, wanted) => (view) => (view.facts.pieces === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.pieces, low, high) === wanted,
  },
  ordersTotal: {
    read: (view) => view.facts.ordersTotal,
    equals: (value, wanted) => (view) => (view.facts.ordersTotal === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.ordersTotal, low, high) === wanted,
  },
  firstPurchaseAt: {
    read: (view) => view.facts.firstPurchaseAt,
    equals: (value, wanted) => (view) => (view.facts.firstPurchaseAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.firstPurchaseAt, low, high) === wanted,
  },
  lastPurchaseAt: {
    read: (view) => view.facts.lastPurchaseAt,
    equals: (value, wanted) => (view) => (view.facts.lastPurchaseAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.lastPurchaseAt, low, high) === wanted,
  },
  paid: {
    read: (view) => view.facts.paid,
    equals: (value, wanted) => (view) => (view.facts.paid === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.paid, low, high) === wanted,
  },
  refunded: {
    read: (view) => view.facts.refunded,
    equals: (value, wanted) => (view) => (view.facts.refunded === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.refunded, low, high) === wanted,
  },
  ltv: {
    read: (view) => view.facts.ltv,
    equals: (value, wanted) => (view) => (view.facts.ltv === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.ltv, low, high) === wanted,
  },
  receivable: {
    read: (view) => view.facts.receivable,
    equals: (value, wanted) => (view) => (view.facts.receivable === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.receivable, low, high) === wanted,
  },
  credit: {
    read: (view) => view.facts.credit,
    equals: (value, wanted) => (view) => (view.facts.credit === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.credit, low, high) === wanted,
  },
  balance: {
    read: (view) => view.facts.balance,
    equals: (value, wanted) => (view) => (view.facts.balance === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.balance, low, high) === wanted,
  },
  ownGap: {
    read: (view) => view.facts.ownGap,
    equals: (value, wanted) => (view) => (view.facts.ownGap === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.ownGap, low, high) === wanted,
  },
  steady: {
    read: (view) => view.facts.steady,
    equals: (value, wanted) => (view) => (view.facts.steady === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.steady, low, high) === wanted,
  },
  slippingAt: {
    read: (view) => view.facts.slippingAt,
    equals: (value, wanted) => (view) => (view.facts.slippingAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.slippingAt, low, high) === wanted,
  },
  lapsedAt: {
    read: (view) => view.facts.lapsedAt,
    equals: (value, wanted) => (view) => (view.facts.lapsedAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.facts.lapsedAt, low, high) === wanted,
  },
}
