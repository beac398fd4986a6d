import { floorDivide } from '../../domain/money/average.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import { type Loyalty, loyaltyOf } from '../../domain/value/loyalty.ts'
import { shortestGap } from '../../domain/value/rhythm.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import { dateOf } from '../customers/customer.ts'
import { pageOf } from '../customers/list.ts'
import type { CustomerListRow } from '../customers/list-row.ts'
import { factsRow } from '../customers/load-customers.ts'
import { grouped } from '../grouped.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type PageInput, pageInput } from '../input/customer.ts'
import type { Runner } from '../runner.ts'
import { overdueBalance } from '../transactions/overdue.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { withRhythms } from './rhythms.ts'

/** What a customer is worth. Amounts are minor units of the book currency. */
export interface CustomerValue {
  /** Paid minus refunded. */
  readonly ltv: number
  readonly paid: number
  readonly refunded: number
  /** Standing orders, paid or not. */
  readonly orders: number
  readonly ordersTotal: number
  /** Total of standing orders ÷ their number, rounded down; null without orders. */
  readonly averageOrder: number | null
  readonly firstPurchaseAt: Date | null
  readonly lastPurchaseAt: Date | null
  /** Owed by the customer, less what the shop owes. */
  readonly balance: number
  /** What is overdue of that now. */
  readonly overdueBalance: number
  /** From when the customer's oldest open invoice is overdue, which may lie ahead; null without one that is due. */
  readonly overdueSince: Date | null
}

/** A regular customer: paid in full at least once. */
export interface RegularCustomer extends CustomerListRow {
  /** What was bought, most often first. */
  readonly products: readonly BoughtProduct[]
}

export interface BoughtProduct {
  readonly product: string
  readonly orders: number
  readonly pieces: number
  /** Minor units of the book currency. */
  readonly total: number
}

/** Loyalty with dates at the edge. */
export interface CustomerLoyalty
  extends Omit<Loyalty, 'lastPurchaseAt' | 'slippingAt' | 'lapsedAt'> {
  readonly lastPurchaseAt: Date | null
  readonly slippingAt: Date | null
  readonly lapsedAt: Date | null
}

export interface Value {
  of(customer: string): Promise<CustomerValue>
  /** The list of *pelanggan tetap*, with products. */
  regulars(
    page?: PageInput,
  ): Promise<{ readonly rows: readonly RegularCustomer[]; readonly next: string | null }>
  /** Where a customer stands, and why. */
  loyalty(customer: string): Promise<CustomerLoyalty>
  /**
   * Measures the shop's median gap between orders again and takes it, as one day at least, for all
   * customers with one to three orders. Answers the median in days, which need not be whole; null
   * where nobody ordered twice. Writes nothing where the median is the one taken before.
   */
  refreshRhythm(): Promise<number | null>
}

const hasPaid: Condition = {
  op: 'column',
  column: { table: 'facts', column: 'paidOrders' },
  test: { is: '>=', value: 1 },
}

export function customerValuesOf({ read, alone }: Runner): Value {
  return {
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const facts = await factsRow(unit, given)
        return customerValue(facts, await overdueBalance(unit, given, unit.stamp.now))
      })
    },
    async regulars(page = {}) {
      const { sort: by, direction, limit = 50, after } = checked(pageInput, page)
      return read(async (unit) => {
        const { rows, next } = await pageOf(unit, hasPaid, { by, direction, limit, after })
        const bought = grouped(
          await unit.tx.report('productsBought', { customerIds: rows.map(({ id }) => id) }),
        )
        return {
          rows: rows.map((row) => ({
            ...row,
            products: mostBoughtFirst(bought.get(row.id) ?? []),
          })),
          next,
        }
      })
    },
    async loyalty(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const measured = await unit.tx.get('snapshots', [['medianGap']])
        const facts = await factsRow(unit, given)
        const loyalty = loyaltyOf(facts, unit.stamp.now, measured.length > 0)
        return {
          ...loyalty,
          lastPurchaseAt: dateOf(loyalty.lastPurchaseAt),
          slippingAt: dateOf(loyalty.slippingAt),
          lapsedAt: dateOf(loyalty.lapsedAt),
        }
      })
    },
    refreshRhythm: () => alone(refreshRhythm),
  }
}

async function refreshRhythm(unit: UnitOfWork): Promise<number | null> {
  const medianGap = await unit.tx.report('medianGap', {})
  const [stored] = await unit.tx.get('snapshots', [['medianGap']])
  if ((stored?.value ?? null) !== medianGap) await takeRhythm(unit, medianGap)
  return medianGap === null ? null : medianGap / shortestGap
}

async function takeRhythm(unit: UnitOfWork, medianGap: number | null): Promise<void> {
  const into = unit.draft()
  if (medianGap === null) into.remove('snapshots', ['medianGap'])
  else into.put('snapshots', { kind: 'medianGap', asOf: unit.stamp.now, value: medianGap })
  into.event('loyalty.refreshed', { medianGap })
  await unit.write(into)
  await rejudgeRhythms(unit)
}

/** Rewrites the instants of everybody whose rhythm is the shop's. */
async function rejudgeRhythms(unit: UnitOfWork): Promise<void> {
  const onShopRhythm: Condition = {
    op: 'all',
    of: [
      { op: 'column', column: { table: 'facts', column: 'orders' }, test: { is: '>=', value: 1 } },
      { op: 'column', column: { table: 'facts', column: 'ownGap' }, test: { is: 'missing' } },
    ],
  }
  const limit = 1_000
  let page = await unit.tx.members({ where: onShopRhythm, limit })
  while (page.length > 0) {
    const ids = page.map(({ id }) => id)
    await unit.lock(ids)
    const facts = await unit.tx.get(
      'facts',
      ids.map((id) => [id] as const),
    )
    const into = unit.draft()
    for (const row of await withRhythms(unit, facts, new Map())) {
      into.put('facts', row)
      into.touch(row.customerId, 'facts')
    }
    await unit.write(into)
    const after = page.at(-1)
    page =
      after === undefined || page.length < limit
        ? []
        : await unit.tx.members({ where: onShopRhythm, after, limit })
  }
}

function customerValue(facts: FactsRow, overdue: number): CustomerValue {
  const { ltv, paid, refunded, orders, ordersTotal, balance } = facts
  return {
    ltv,
    paid,
    refunded,
    orders,
    ordersTotal,
    averageOrder: orders === 0 ? null : floorDivide(ordersTotal, orders),
    firstPurchaseAt: dateOf(facts.firstPurchaseAt),
    lastPurchaseAt: dateOf(facts.lastPurchaseAt),
    balance,
    overdueBalance: overdue,
    overdueSince: dateOf(facts.overdueSince),
  }
}

function mostBoughtFirst(products: readonly BoughtProduct[]): BoughtProduct[] {
  return products
    .map(({ product, orders, pieces, total }) => ({ product, orders, pieces, total }))
    .sort((a, b) => b.orders - a.orders || b.pieces - a.pieces || (a.product < b.product ? -1 : 1))
}
