import type { Intervals } from '../prove/intervals.ts'
import type { SaleDraft } from './sale-draft.ts'
import { mayBe, numbersFor, triesFor, type Wanted } from './wanted.ts'

/** What was paid and what is open of each sale, and what the shop owes and gave back. */
export interface MoneyPlan {
  readonly shares: readonly Share[]
  readonly credit: number
  readonly refunded: number
}

export interface Share {
  readonly paid: number
  readonly open: number
}

interface Sums {
  readonly paid: number
  readonly open: number
  readonly credit: number
  readonly refunded: number
}

/** What money must come to beside what facts are wanted. */
export interface MoneyAsked {
  readonly paidAtLeast: number
  /** What may be open of the first sale of which something is. */
  readonly owed: Intervals
}

const most = Number.MAX_SAFE_INTEGER
const mostTries = 4_000

/** Money that makes all sums what they should be; undefined where none was found. */
export function planMoney(
  wanted: Wanted,
  drafts: readonly SaleDraft[],
  asked: MoneyAsked,
): MoneyPlan | undefined {
  let tries = 0
  for (const sums of sumsToTry(wanted, drafts, asked.paidAtLeast)) {
    tries += 1
    if (tries > mostTries) return undefined
    if (!suits(wanted, sums, drafts.length)) continue
    const shares = shareOut(wanted, drafts, sums)
    if (shares !== undefined && isOwed(shares, asked))
      return { shares, credit: sums.credit, refunded: sums.refunded }
  }
  return undefined
}

function isOwed(shares: readonly Share[], { owed }: MoneyAsked): boolean {
  const open = shares.find((share) => share.open > 0)?.open ?? 0
  return owed.some(([low, high]) => low <= open && open <= high)
}

function suits(wanted: Wanted, { paid, open, credit, refunded }: Sums, orders: number): boolean {
  const total = paid + open
  return (
    total <= most &&
    mayBe(wanted, 'facts ordersTotal', total) &&
    mayBe(wanted, 'facts ltv', paid - refunded) &&
    mayBe(wanted, 'facts balance', open - credit) &&
    mayBe(wanted, 'average order', orders === 0 ? null : doubled(total, orders))
  )
}

/** The place of an average among doubled numbers: between two whole ones there is one. */
function doubled(total: number, orders: number): number {
  const whole = Math.floor(total / orders)
  return total % orders === 0 ? 2 * whole : 2 * whole + 1
}

function* sumsToTry(
  wanted: Wanted,
  drafts: readonly SaleDraft[],
  paidAtLeast: number,
): Generator<Sums> {
  const fixed = drafts.reduce((sum, { total }) => sum + (total ?? 0), 0)
  const orders = drafts.length
  const tries = (column: string, preferred: readonly number[], least = 0): readonly number[] =>
    triesFor(wanted, `facts ${column}`, {
      least,
      most: orders === 0 && isOfSales(column) ? 0 : most,
      preferred,
    })
  const ltv = endsOf(wanted, 'facts ltv')
  const balance = endsOf(wanted, 'facts balance')
  const totals = [
    ...endsOf(wanted, 'facts ordersTotal'),
    ...endsOf(wanted, 'average order').flatMap((end) => [
      Math.ceil(end / 2) * orders,
      Math.floor(end / 2) * orders,
      Math.floor(end / 2) * orders + 1,
    ]),
    fixed,
  ]
  const overdue = endsOf(wanted, 'overdue')
  for (const refunded of tries('refunded', [0, ...ltv.map((end) => -end)])) {
    const paidTries = tries(
      'paid',
      [paidAtLeast, fixed, ...ltv.map((end) => end + refunded), ...totals],
      paidAtLeast,
    )
    for (const paid of paidTries) {
      for (const credit of tries('credit', [0, ...balance.map((end) => -end)])) {
        const open = [
          0,
          orders,
          1,
          ...overdue,
          ...balance.map((end) => end + credit),
          ...totals.map((total) => total - paid),
        ]
        for (const each of tries('receivable', open)) yield { paid, open: each, credit, refunded }
      }
    }
  }
}

function isOfSales(column: string): boolean {
  return column === 'paid' || column === 'receivable'
}

function endsOf(wanted: Wanted, variable: string): readonly number[] {
  return numbersFor(wanted, variable).slice(0, 6).flat().filter(Number.isFinite)
}

/** Which sales are paid in full, and how much each comes to; undefined where that cannot be. */
function shareOut(
  wanted: Wanted,
  drafts: readonly SaleDraft[],
  { paid, open }: Sums,
): readonly Share[] | undefined {
  const counts = triesFor(wanted, 'facts paidOrders', {
    least: 0,
    most: drafts.length,
    preferred: open === 0 ? [drafts.length] : [0, drafts.length - 1],
  })
  for (const count of counts) {
    for (const drafted of [drafts, [...drafts].reverse()]) {
      const shares = shared(drafted, count, { paid, open })
      if (shares !== undefined) return drafted === drafts ? shares : [...shares].reverse()
    }
  }
  return undefined
}

/** The last so many sales are paid in full, the first ones are not. */
function shared(
  drafts: readonly SaleDraft[],
  paidOrders: number,
  sums: Pick<Sums, 'paid' | 'open'>,
): readonly Share[] | undefined {
  const unpaid = drafts.length - paidOrders
  const shares = drafts.map(({ total }, i) =>
    i < unpaid ? { paid: 0, open: total ?? 1 } : { paid: total ?? 0, open: 0 },
  )
  let paid = sums.paid - shares.reduce((sum, share) => sum + share.paid, 0)
  const open = sums.open - shares.reduce((sum, share) => sum + share.open, 0)
  if (paid < 0 || open < 0) return undefined
  const flexible = (isPaid: boolean): number =>
    drafts.findIndex(({ total }, i) => total === null && i >= unpaid === isPaid)
  const payable = [flexible(true), flexible(false)].find((i) => i >= 0) ?? -1
  const openable = flexible(false)
  if ((paid > 0 && payable < 0) || (open > 0 && openable < 0)) return undefined
  return shares.map((share, i) => {
    const more = { paid: i === payable ? paid : 0, open: i === openable ? open : 0 }
    if (i === payable) paid = 0
    return { paid: share.paid + more.paid, open: share.open + more.open }
  })
}
