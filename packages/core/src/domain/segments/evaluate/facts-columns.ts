import type { FactsRow } from '../../value/rows.ts'
import { type ColumnReader, within } from './column-reader.ts'
import { next } from './judge.ts'

/** Readers of the columns of the facts row. */
export const factsColumns: { readonly [C in keyof FactsRow]: ColumnReader } = {
  customerId: {
    read: (view) => view.facts.customerId,
    equals: (value, pass, fail) => (view) =>
      view.facts.customerId === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.customerId) ? next(pass, view) : next(fail, view),
  },
  birthdayKey: {
    read: (view) => view.facts.birthdayKey,
    equals: (value, pass, fail) => (view) =>
      view.facts.birthdayKey === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.birthdayKey) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.birthdayKey, low, high) ? next(pass, view) : next(fail, view),
  },
  firstContactAt: {
    read: (view) => view.facts.firstContactAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.firstContactAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.firstContactAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.firstContactAt, low, high) ? next(pass, view) : next(fail, view),
  },
  lastInteractionAt: {
    read: (view) => view.facts.lastInteractionAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.lastInteractionAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.lastInteractionAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.lastInteractionAt, low, high) ? next(pass, view) : next(fail, view),
  },
  lastActivityAt: {
    read: (view) => view.facts.lastActivityAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.lastActivityAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.lastActivityAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.lastActivityAt, low, high) ? next(pass, view) : next(fail, view),
  },
  interactions: {
    read: (view) => view.facts.interactions,
    equals: (value, pass, fail) => (view) =>
      view.facts.interactions === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.interactions) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.interactions, low, high) ? next(pass, view) : next(fail, view),
  },
  windowClosesAt: {
    read: (view) => view.facts.windowClosesAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.windowClosesAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.windowClosesAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.windowClosesAt, low, high) ? next(pass, view) : next(fail, view),
  },
  orders: {
    read: (view) => view.facts.orders,
    equals: (value, pass, fail) => (view) =>
      view.facts.orders === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.orders) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.orders, low, high) ? next(pass, view) : next(fail, view),
  },
  paidOrders: {
    read: (view) => view.facts.paidOrders,
    equals: (value, pass, fail) => (view) =>
      view.facts.paidOrders === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.paidOrders) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.paidOrders, low, high) ? next(pass, view) : next(fail, view),
  },
  pieces: {
    read: (view) => view.facts.pieces,
    equals: (value, pass, fail) => (view) =>
      view.facts.pieces === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.pieces) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.pieces, low, high) ? next(pass, view) : next(fail, view),
  },
  ordersTotal: {
    read: (view) => view.facts.ordersTotal,
    equals: (value, pass, fail) => (view) =>
      view.facts.ordersTotal === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.ordersTotal) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.ordersTotal, low, high) ? next(pass, view) : next(fail, view),
  },
  firstPurchaseAt: {
    read: (view) => view.facts.firstPurchaseAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.firstPurchaseAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.firstPurchaseAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.firstPurchaseAt, low, high) ? next(pass, view) : next(fail, view),
  },
  firstPurchaseKey: {
    read: (view) => view.facts.firstPurchaseKey,
    equals: (value, pass, fail) => (view) =>
      view.facts.firstPurchaseKey === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.firstPurchaseKey) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.firstPurchaseKey, low, high) ? next(pass, view) : next(fail, view),
  },
  lastPurchaseAt: {
    read: (view) => view.facts.lastPurchaseAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.lastPurchaseAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.lastPurchaseAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.lastPurchaseAt, low, high) ? next(pass, view) : next(fail, view),
  },
  paid: {
    read: (view) => view.facts.paid,
    equals: (value, pass, fail) => (view) =>
      view.facts.paid === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.paid) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.paid, low, high) ? next(pass, view) : next(fail, view),
  },
  refunded: {
    read: (view) => view.facts.refunded,
    equals: (value, pass, fail) => (view) =>
      view.facts.refunded === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.refunded) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.refunded, low, high) ? next(pass, view) : next(fail, view),
  },
  ltv: {
    read: (view) => view.facts.ltv,
    equals: (value, pass, fail) => (view) =>
      view.facts.ltv === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.ltv) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.ltv, low, high) ? next(pass, view) : next(fail, view),
  },
  receivable: {
    read: (view) => view.facts.receivable,
    equals: (value, pass, fail) => (view) =>
      view.facts.receivable === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.receivable) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.receivable, low, high) ? next(pass, view) : next(fail, view),
  },
  credit: {
    read: (view) => view.facts.credit,
    equals: (value, pass, fail) => (view) =>
      view.facts.credit === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.credit) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.credit, low, high) ? next(pass, view) : next(fail, view),
  },
  balance: {
    read: (view) => view.facts.balance,
    equals: (value, pass, fail) => (view) =>
      view.facts.balance === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.balance) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.balance, low, high) ? next(pass, view) : next(fail, view),
  },
  overdueSince: {
    read: (view) => view.facts.overdueSince,
    equals: (value, pass, fail) => (view) =>
      view.facts.overdueSince === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.overdueSince) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.overdueSince, low, high) ? next(pass, view) : next(fail, view),
  },
  ownGap: {
    read: (view) => view.facts.ownGap,
    equals: (value, pass, fail) => (view) =>
      view.facts.ownGap === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.ownGap) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.ownGap, low, high) ? next(pass, view) : next(fail, view),
  },
  steady: {
    read: (view) => view.facts.steady,
    equals: (value, pass, fail) => (view) =>
      view.facts.steady === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.steady) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.steady, low, high) ? next(pass, view) : next(fail, view),
  },
  slippingAt: {
    read: (view) => view.facts.slippingAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.slippingAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.slippingAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.slippingAt, low, high) ? next(pass, view) : next(fail, view),
  },
  lapsedAt: {
    read: (view) => view.facts.lapsedAt,
    equals: (value, pass, fail) => (view) =>
      view.facts.lapsedAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.facts.lapsedAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.facts.lapsedAt, low, high) ? next(pass, view) : next(fail, view),
  },
}
