import { addDays } from '../../../time/local-date.ts'
import { localDate } from '../../../time/zone.ts'
import { endOfDueDate } from '../../../transactions/open-sale.ts'
import type { EventsConditionOn } from '../../condition.ts'
import { allNumbers, type Intervals, intersection } from '../prove/intervals.ts'
import { type Demand, demandsOn, instantIn, textOf } from './demands.ts'
import type { Life, LifeSale } from './life.ts'
import { type MoneyPlan, planMoney } from './plan-money.ts'
import { paymentsDemanded, withPayments } from './plan-payments.ts'
import { planTimes } from './plan-times.ts'
import type { SaleDraft } from './sale-draft.ts'
import { earliest, mayBe, mayBeMissing, numbersFor, triesFor, type Wanted } from './wanted.ts'

const mostSales = 60

/** What was bought, paid and given back; undefined where no way was found. */
export function planSales(wanted: Wanted): Pick<Life, 'sales' | 'creditNotes'> | undefined {
  const demands = demandsOn(wanted, 'purchases', purchasesOf)
  const payments = paymentsDemanded(wanted)
  if (demands === undefined || payments === undefined) return undefined
  const demanded: SaleDraft[] = []
  for (const demand of demands) {
    const drafts = draftsFor(wanted, demand)
    if (drafts === undefined) return undefined
    demanded.push(...drafts)
  }
  const paidAtLeast = payments.reduce((sum, { amount }) => sum + (amount ?? 1), 0)
  const dueDate = dueDateFor(wanted)
  if (dueDate === undefined) return undefined
  const owed = owedFor(wanted, dueDate)
  const least = Math.max(demanded.length, needsSale(wanted, paidAtLeast) ? 1 : 0, leastPaid(wanted))
  const counts = triesFor(wanted, 'facts orders', {
    least,
    most: mostSales,
    preferred: [least, least + 1],
  })
  for (const count of [...counts].sort((a, b) => a - b).slice(0, 3)) {
    const times = planTimes(
      wanted,
      demanded.map(({ at }) => at),
      count,
    )
    if (times === undefined) continue
    const drafts = withPieces(wanted, [...demanded, ...times.map(plainDraft)])
    const money = planMoney(wanted, drafts, { paidAtLeast, owed })
    if (money === undefined) continue
    const sales = withPayments(
      drafts.map((draft, i) => saleOf(draft, money, i, dueDate)),
      payments,
      money,
    )
    if (sales !== undefined) return { sales, creditNotes: notesOf(wanted, money) }
  }
  return undefined
}

function purchasesOf(condition: object): EventsConditionOn<'purchases'> | undefined {
  return isOnPurchases(condition) ? condition : undefined
}

function isOnPurchases(condition: object): condition is EventsConditionOn<'purchases'> {
  return (
    'op' in condition &&
    condition.op === 'events' &&
    'list' in condition &&
    condition.list === 'purchases'
  )
}

/** Whether what is wanted cannot be without a sale. */
function needsSale(wanted: Wanted, paidAtLeast: number): boolean {
  const counted = ['orders', 'paidOrders', 'pieces', 'ordersTotal', 'receivable', 'paid', 'steady']
  const times = [
    'firstPurchaseAt',
    'lastPurchaseAt',
    'slippingAt',
    'lapsedAt',
    'overdueSince',
    'firstPurchaseKey',
  ]
  const isNegativeEnough = numbersFor(wanted, 'facts ltv').some(([low]) => low <= 0)
  const isOwedBack = numbersFor(wanted, 'facts balance').some(([low]) => low <= 0)
  return (
    paidAtLeast > 0 ||
    counted.some((column) => !mayBe(wanted, `facts ${column}`, 0)) ||
    times.some((column) => !mayBeMissing(wanted, `facts ${column}`)) ||
    !mayBe(wanted, 'overdue', 0) ||
    !mayBeMissing(wanted, 'average order') ||
    !isNegativeEnough ||
    !isOwedBack
  )
}

function leastPaid(wanted: Wanted): number {
  return Math.max(0, numbersFor(wanted, 'facts paidOrders')[0]?.[0] ?? 0)
}

function draftsFor(
  wanted: Wanted,
  { condition, target }: Demand<'purchases'>,
): readonly SaleDraft[] | undefined {
  const { filters, measure } = condition
  const [product, category, colour, size] = ['product', 'category', 'colour', 'size'].map(
    (column) => textOf(filters, column),
  )
  const isTime = measure === 'first' || measure === 'last'
  const at = isTime ? target : instantIn(wanted, condition)
  if (product === undefined || category === undefined) return undefined
  if (colour === undefined || size === undefined || at === undefined) return undefined
  const line = { product: product ?? 'KOPI-250', category, colour, size, quantity: 1 }
  const one: SaleDraft = { at, line, total: null, more: [] }
  switch (measure) {
    case 'orders':
      return target > mostSales ? undefined : Array.from({ length: target }, () => one)
    case 'lines':
    case 'distinctProducts': {
      if (target > mostSales || (measure === 'distinctProducts' && product !== null && target > 1))
        return undefined
      const more = Array.from({ length: target - 1 }, (_, i) => ({
        ...line,
        product: measure === 'lines' ? line.product : `${line.product} ${i + 2}`,
        total: 0,
      }))
      return [{ ...one, more }]
    }
    case 'quantity':
      return [{ ...one, line: { ...line, quantity: target } }]
    case 'total':
      return [{ ...one, total: target }]
    default:
      return [one]
  }
}

function plainDraft(at: number): SaleDraft {
  const line = { product: 'Sampel', category: null, colour: null, size: null, quantity: 1 }
  return { at, line, total: null, more: [] }
}

/** As many pieces more as are wanted, of what was sold last. */
function withPieces(wanted: Wanted, drafts: readonly SaleDraft[]): readonly SaleDraft[] {
  const pieces = drafts.reduce((sum, { line, more }) => sum + line.quantity + more.length, 0)
  const [wish = pieces] = triesFor(wanted, 'facts pieces', {
    least: pieces,
    most: Number.MAX_SAFE_INTEGER,
    preferred: [pieces],
  })
  const last = drafts.at(-1)
  if (last === undefined || wish === pieces) return drafts
  const line = { ...last.line, quantity: last.line.quantity + wish - pieces }
  return drafts.with(-1, { ...last, line })
}

function saleOf(
  { at, line, more }: SaleDraft,
  { shares }: MoneyPlan,
  index: number,
  dueDate: string | null,
): LifeSale {
  const { paid, open } = shares[index] ?? { paid: 0, open: 0 }
  const isFirstOpen = shares.findIndex((share) => share.open > 0) === index
  return {
    at,
    dueDate: isFirstOpen ? dueDate : null,
    lines: [{ ...line, total: paid + open }, ...more],
    payments: [],
  }
}

/** When what is open is due; null for never, undefined where no day was found. */
function dueDateFor(wanted: Wanted): string | null | undefined {
  const { at, context } = wanted
  const { timeZone } = context
  const variable = 'facts overdueSince'
  if (mayBe(wanted, 'overdue', 0) && mayBeMissing(wanted, variable)) return null
  const preferred = [at - 40 * 86_400_000, at]
  const ends = triesFor(wanted, variable, { least: earliest, most: at + 1e12, preferred })
  const days = ends.flatMap((end) => {
    const date = localDate(end, timeZone)
    return [-1, 0, -2, 1].map((distance) => addDays(date, distance))
  })
  return days.find((date) => {
    const since = endOfDueDate(date, timeZone)
    return mayBe(wanted, variable, since) && owedFor(wanted, date).some(([, high]) => high >= 1)
  })
}

/** What may be open of a sale that is due on a date. */
function owedFor(wanted: Wanted, dueDate: string | null): Intervals {
  if (dueDate === null) return allNumbers
  const since = endOfDueDate(dueDate, wanted.context.timeZone)
  const isLate = since !== null && since <= wanted.at
  const left = isLate ? numbersFor(wanted, 'overdue') : allNumbers
  return isLate || mayBe(wanted, 'overdue', 0) ? intersection(left, [[1, Infinity]]) : []
}

function notesOf({ at }: Wanted, { credit, refunded }: MoneyPlan): Life['creditNotes'] {
  return credit + refunded === 0 ? [] : [{ at, total: credit + refunded, refunded }]
}
