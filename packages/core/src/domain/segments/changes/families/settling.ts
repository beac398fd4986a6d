import { bookShare } from '../../../transactions/amounts.ts'
import type { TransactionRow } from '../../../transactions/rows.ts'
import type { LeafPredicate } from '../../predicate.ts'
import type { ReturnAction, SettleAction, SettledPart } from '../action.ts'
import { type Family, type Found, leastOf, type Search } from '../search/family.ts'
import { methodsIn } from './methods.ts'

/**
 * The least payment of one order that flips the answer, by its book money; where none does, the least
 * of all that is owed, the oldest first. Refunds of credit notes likewise.
 */
export function settlements(
  kind: SettleAction['kind'],
  invoices: readonly TransactionRow[],
  leaves: readonly LeafPredicate[],
  search: Search,
): Found<SettleAction> | undefined {
  const wanted = kind === 'pay' ? 'sale' : 'creditNote'
  const open = invoices.filter((row) => row.kind === wanted && row.total > row.settled).sort(byAge)
  const methods = kind === 'pay' ? ['cash', ...methodsIn(leaves)] : ['cash']
  for (const method of methods) {
    const least = (rows: readonly TransactionRow[]): Found<SettleAction> | undefined =>
      leastOf(settling(kind, rows, method), search)
    const single = open
      .flatMap((row) => {
        const found = least([row])
        return found === undefined
          ? []
          : [
              {
                found,
                worth: bookShare(row, found.magnitudes[0] ?? 0),
              },
            ]
      })
      .sort((a, b) => a.worth - b.worth)[0]?.found
    const flip = single ?? (open.length > 1 ? least(open) : undefined)
    if (flip !== undefined) return flip
  }
  return undefined
}

/** What is overdue first comes first, then what is older. */
function byAge(a: TransactionRow, b: TransactionRow): number {
  const [dueA, dueB] = [a.overdueAt ?? Infinity, b.overdueAt ?? Infinity]
  return dueA === dueB ? a.at - b.at : dueA - dueB
}

/** So many minor units, each in the currency of the transaction that it falls to. */
function settling(
  kind: SettleAction['kind'],
  rows: readonly TransactionRow[],
  method: string,
): Family<SettleAction> {
  const whole: number[] = []
  for (const row of rows) whole.push((whole.at(-1) ?? 0) + row.total - row.settled)
  const amount = {
    least: () => 1,
    most: Math.min(whole.at(-1) ?? 0, Number.MAX_SAFE_INTEGER),
    isEven: false,
    tries: whole,
  }
  return {
    dimensions: [amount],
    act: ([units = 0]) => ({ kind, parts: partsOf(rows, units), method }),
  }
}

function partsOf(rows: readonly TransactionRow[], units: number): readonly SettledPart[] {
  const parts: SettledPart[] = []
  let left = units
  for (const { orderId, currency, total, settled } of rows) {
    const amount = Math.min(left, total - settled)
    if (amount > 0) parts.push({ orderId, amount, currency })
    left -= amount
  }
  return parts
}

/** Goods that come back, for so much money. */
export function returning(refunded: boolean): Family<ReturnAction> {
  return {
    dimensions: [{ least: () => 1, most: Number.MAX_SAFE_INTEGER, isEven: true }],
    act: ([amount = 1]) => ({ kind: 'return', amount, refunded }),
  }
}
