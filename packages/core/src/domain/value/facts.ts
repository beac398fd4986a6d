import { addAmounts } from '../money/amount.ts'
import type { FactsRow } from './rows.ts'

/** The facts of a customer of whom nothing is known but when they came. */
export function newFacts(
  customerId: string,
  about: { firstContactAt: number; birthDate: string | null },
): FactsRow {
  return {
    customerId,
    birthdayKey: birthdayKey(about.birthDate),
    firstContactAt: about.firstContactAt,
    lastInteractionAt: null,
    lastActivityAt: null,
    interactions: 0,
    windowClosesAt: null,
    orders: 0,
    paidOrders: 0,
    pieces: 0,
    ordersTotal: 0,
    firstPurchaseAt: null,
    firstPurchaseKey: null,
    lastPurchaseAt: null,
    paid: 0,
    refunded: 0,
    ltv: 0,
    receivable: 0,
    credit: 0,
    balance: 0,
    overdueSince: null,
    ownGap: null,
    steady: 0,
    slippingAt: null,
    lapsedAt: null,
  }
}

/** The key of a date of birth, if it is known. */
export function birthdayKey(birthDate: string | null): number | null {
  return birthDate === null ? null : dayKey(birthDate)
}

/** Month × 100 + day of a `YYYY-MM-DD` date. */
export function dayKey(date: string): number {
  return Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10))
}

/** A purchase that stands; its money is told apart by {@link withMoney}. */
export function withPurchase(
  facts: FactsRow,
  purchase: {
    at: number
    /** The day of `at` in the shop's zone. */
    localDate: string
    pieces: number
    bookTotal: number
    paidInFull: boolean
  },
): FactsRow {
  const { at } = purchase
  const isFirst = facts.firstPurchaseAt === null || at < facts.firstPurchaseAt
  return {
    ...facts,
    firstContactAt: Math.min(facts.firstContactAt, at),
    lastActivityAt: latest(facts.lastActivityAt, at),
    orders: facts.orders + 1,
    paidOrders: facts.paidOrders + Number(purchase.paidInFull),
    pieces: addAmounts(facts.pieces, purchase.pieces),
    ordersTotal: addAmounts(facts.ordersTotal, purchase.bookTotal),
    firstPurchaseAt: earliest(facts.firstPurchaseAt, at),
    firstPurchaseKey: isFirst ? dayKey(purchase.localDate) : facts.firstPurchaseKey,
    lastPurchaseAt: latest(facts.lastPurchaseAt, at),
  }
}

/** A sale that was not among the customer's before, as it stands after what was paid at once. */
export function withOpenSale(
  facts: FactsRow,
  { overdueAt }: { readonly overdueAt: number | null },
): FactsRow {
  return overdueAt === null
    ? facts
    : { ...facts, overdueSince: earliest(facts.overdueSince, overdueAt) }
}

/** What an entry did to a customer's money, in book money; each may be negative. */
export interface MoneyChange {
  readonly paid?: number
  readonly refunded?: number
  readonly receivable?: number
  readonly credit?: number
}

/** Facts past ±(2⁵³ − 1) are refused with AMOUNT_OVERFLOW. */
export function withMoney(facts: FactsRow, change: MoneyChange): FactsRow {
  const paid = addAmounts(facts.paid, change.paid ?? 0)
  const refunded = addAmounts(facts.refunded, change.refunded ?? 0)
  const receivable = addAmounts(facts.receivable, change.receivable ?? 0)
  const credit = addAmounts(facts.credit, change.credit ?? 0)
  return {
    ...facts,
    paid,
    refunded,
    ltv: addAmounts(paid, -refunded),
    receivable,
    credit,
    balance: addAmounts(receivable, -credit),
  }
}

/** Activity that is neither a purchase nor an interaction, such as a payment. */
export function withActivity(facts: FactsRow, at: number): FactsRow {
  return { ...facts, lastActivityAt: latest(facts.lastActivityAt, at) }
}

export function withInteraction(
  facts: FactsRow,
  at: number,
  windowClosesAt: number | null,
): FactsRow {
  return {
    ...facts,
    firstContactAt: Math.min(facts.firstContactAt, at),
    lastInteractionAt: latest(facts.lastInteractionAt, at),
    lastActivityAt: latest(facts.lastActivityAt, at),
    interactions: facts.interactions + 1,
    windowClosesAt,
  }
}

function latest(known: number | null, at: number): number {
  return known === null ? at : Math.max(known, at)
}

function earliest(known: number | null, at: number): number {
  return known === null ? at : Math.min(known, at)
}
