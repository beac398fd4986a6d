import type { Decimal } from '@langganan/core'
import { withoutApostrophe } from './cell-text.ts'
import { minorAt, moneyOf, type Place, wrong } from './place.ts'

const inFull: ReadonlySet<string> = new Set([
  'all',
  'yes',
  'y',
  'true',
  'paid',
  'ya',
  'lunas',
  'sudah',
  'sudah lunas',
  'sudah bayar',
])
const notAtAll: ReadonlySet<string> = new Set([
  'no',
  'n',
  'none',
  'false',
  'unpaid',
  'tidak',
  'belum',
  'belum lunas',
  'belum bayar',
])
const words = `or a word for all of it (${[...inFull].join(', ')}) or nothing of it (${[...notAtAll].join(', ')})`

/** Whether a cell of the column says what was paid as an amount, and not as yes or no, 1 or 0. */
export function isAmountPaid(text: string): boolean {
  const word = wordOf(text)
  return !(word === '' || word === '0' || word === '1' || inFull.has(word) || notAtAll.has(word))
}

/** What the order of a row was paid: an amount, a word for all or nothing of it; all where nothing is said. */
export function paidAt(place: Place, currency: string, scale: number): number | 'all' {
  const text = place.columns.text(place.cells, 'paid')
  const word = wordOf(text)
  if (word === '' || inFull.has(word)) return 'all'
  if (notAtAll.has(word)) return 0
  // 1 is an amount only in a column that holds amounts.
  if (word === '1' && !place.form.paidHasAmounts) return 'all'
  const value = moneyOf(text, place.form.numbers, currency, scale)
  if ('problem' in value) throw wrong(place, 'paid', `${value.problem}; ${words}`)
  if (value.digits >= 0n && isExact(value, scale)) return minorAt(place, value, scale, 'paid')
  throw wrong(place, 'paid', `Expected 0 or more with at most ${scale} decimals; ${words}`)
}

function wordOf(text: string): string {
  return withoutApostrophe(text).toLowerCase().replace(/\s+/g, ' ')
}

function isExact({ digits, scale }: Decimal, wanted: number): boolean {
  return scale <= wanted || digits % 10n ** BigInt(scale - wanted) === 0n
}
