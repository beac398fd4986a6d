import type { Decimal } from '@langganan/core'
import { afterDownPayment } from '../money/down-payment.ts'
import { withoutApostrophe } from './cell-text.ts'
import { minorAt, moneyOf, type Place, wrong } from './place.ts'
import { stateOf, stateWords } from './state-words.ts'
import { isPart, wordOf } from './status.ts'

const words = `or a word for all of it (${stateWords.paid.join(', ')}) or nothing of it (${stateWords.unpaid.join(', ')})`

/** Whether a cell of the column says what was paid as an amount, and not as yes or no, 1 or 0. */
export function isAmountPaid(text: string): boolean {
  const word = wordOf(text)
  return !(word === '' || word === '0' || word === '1' || stateOf(word) !== undefined)
}

/** What the order of a row was paid: an amount, a word for all or nothing of it; null where nothing is said. */
export function paidAt(place: Place, currency: string, scale: number): number | 'all' | null {
  const text = place.columns.text(place.cells, 'paid')
  const word = wordOf(text)
  if (word === '') return null
  const state = stateOf(word)
  if (state === 'paid') return 'all'
  if (state === 'unpaid') return 0
  if (state === 'cancelled') {
    throw wrong(
      place,
      'paid',
      'This says that the order was cancelled: name the column with --status',
    )
  }
  // 1 is an amount only in a column that holds amounts.
  if (word === '1' && !place.form.paidHasAmounts) return 'all'
  return amountPaidAt(place, 'paid', currency, scale)
}

/** What a status says was paid by the way: `DP 500.000`; null where it does not. */
export function partPaidAt(place: Place, currency: string, scale: number): number | null {
  return isPart(place) ? amountPaidAt(place, 'status', currency, scale) : null
}

function amountPaidAt(
  place: Place,
  key: 'paid' | 'status',
  currency: string,
  scale: number,
): number {
  const text = place.columns.text(place.cells, key)
  const part = afterDownPayment(withoutApostrophe(text))
  if (part === '') {
    const expected = 'Expected how much was paid, such as DP 500000: a down payment is a part'
    throw wrong(place, key, expected)
  }
  const value = moneyOf(part ?? text, place.form.numbers, currency, scale)
  if ('problem' in value) throw wrong(place, key, `${value.problem}; ${words}`)
  if (value.digits >= 0n && isExact(value, scale)) return minorAt(place, value, scale, key)
  throw wrong(place, key, `Expected 0 or more with at most ${scale} decimals; ${words}`)
}

function isExact({ digits, scale }: Decimal, wanted: number): boolean {
  return scale <= wanted || digits % 10n ** BigInt(scale - wanted) === 0n
}
