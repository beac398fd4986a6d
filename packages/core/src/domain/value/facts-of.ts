import type { CustomerRow } from '../customers/rows.ts'
import type { InteractionRow, WindowRow } from '../interactions/rows.ts'
import { localDate } from '../time/zone.ts'
import { openingOf } from '../transactions/open-sale.ts'
import type { LineRow, PaymentRow, TransactionRow } from '../transactions/rows.ts'
import { birthdayKey, dayKey } from './facts.ts'
import { rhythmOf } from './rhythm.ts'
import type { FactsRow } from './rows.ts'

/** Everything that facts are derived from. */
export interface FactsSources {
  readonly customer: CustomerRow
  readonly transactions: readonly TransactionRow[]
  readonly lines: readonly LineRow[]
  readonly payments: readonly PaymentRow[]
  readonly interactions: readonly InteractionRow[]
  readonly windows: readonly WindowRow[]
  readonly shopGap: number
  readonly timeZone: string
}

/**
 * A customer's facts from the rows alone. Writes keep facts up by adding what changed; this says from
 * scratch what they must come to, and must not share that code.
 */
export function factsOf(from: FactsSources): FactsRow {
  const { customer, transactions, payments, interactions, windows } = from
  const standing = transactions.filter((transaction) => transaction.stands === 1)
  const purchases = standing.map(({ at }) => at).sort((a, b) => a - b)
  const contacts = interactions.map(({ at }) => at)
  const activities = [...transactions, ...payments, ...interactions].map(({ at }) => at)
  const paid = sum(
    payments.filter(({ kind }) => kind === 'payment').map(({ bookAmount }) => bookAmount),
  )
  const refunded = sum(
    payments.filter(({ kind }) => kind === 'refund').map(({ bookAmount }) => bookAmount),
  )
  const receivable = sum(transactions.filter(({ kind }) => kind === 'sale').map(openInBook))
  const credit = sum(transactions.filter(({ kind }) => kind === 'creditNote').map(openInBook))
  const firstPurchaseAt = least(purchases)
  const overdueTimes = transactions.flatMap(
    (each) => openingOf(each, from.timeZone).overdueAt ?? [],
  )
  return {
    customerId: customer.id,
    birthdayKey: birthdayKey(customer.birthDate),
    firstContactAt:
      least([customer.statedFirstContactAt ?? customer.addedAt, ...purchases, ...contacts]) ??
      customer.addedAt,
    lastInteractionAt: greatest(contacts),
    lastActivityAt: greatest(activities),
    interactions: interactions.length,
    windowClosesAt: greatest(windows.map(({ closesAt }) => closesAt)),
    orders: standing.length,
    paidOrders: standing.filter(({ settled, total }) => settled === total).length,
    pieces: sum(from.lines.filter(({ stands }) => stands === 1).map(({ quantity }) => quantity)),
    ordersTotal: sum(standing.map(({ bookTotal }) => bookTotal)),
    firstPurchaseAt,
    firstPurchaseKey:
      firstPurchaseAt === null ? null : dayKey(localDate(firstPurchaseAt, from.timeZone)),
    lastPurchaseAt: greatest(purchases),
    paid,
    refunded,
    ltv: paid - refunded,
    receivable,
    credit,
    balance: receivable - credit,
    overdueSince: least(overdueTimes),
    ...rhythmOf(purchases, from.shopGap),
  }
}

function openInBook({ bookTotal, bookSettled }: TransactionRow): number {
  return bookTotal - bookSettled
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function least(values: readonly number[]): number | null {
  return values.reduce<number | null>(
    (best, value) => (best === null || value < best ? value : best),
    null,
  )
}

function greatest(values: readonly number[]): number | null {
  return values.reduce<number | null>(
    (best, value) => (best === null || value > best ? value : best),
    null,
  )
}
