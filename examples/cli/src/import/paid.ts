import type { Decimal } from '@langganan/core'
import { readNumber } from './number-text.ts'
import { minorAt, type Place, wrong } from './place.ts'

const inFull: ReadonlySet<string> = new Set(['', 'all', 'yes', 'true', 'paid', 'lunas'])
const notAtAll: ReadonlySet<string> = new Set(['no', 'none', 'false', 'unpaid'])

/** What the order of a row was paid: an amount, a word for all or nothing of it; all where nothing is said. */
export function paidAt(place: Place, scale: number): number | 'all' {
  const text = place.columns.text(place.cells, 'paid').toLowerCase()
  if (inFull.has(text)) return 'all'
  if (notAtAll.has(text)) return 0
  const value = readNumber(text, place.decimalMark)
  if ('problem' in value) throw wrong(place, 'paid', `${value.problem}, or yes or no`)
  if (value.digits >= 0n && isExact(value, scale)) return minorAt(place, value, scale, 'paid')
  throw wrong(place, 'paid', `Expected 0 or more with at most ${scale} decimals, or yes or no`)
}

function isExact({ digits, scale }: Decimal, wanted: number): boolean {
  return scale <= wanted || digits % 10n ** BigInt(scale - wanted) === 0n
}
