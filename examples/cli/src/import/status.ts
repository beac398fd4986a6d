import { afterDownPayment } from '../money/down-payment.ts'
import { withoutApostrophe } from './cell-text.ts'
import type { StatusWord } from './import-options.ts'
import { type Place, wrong } from './place.ts'
import { type OrderState, orderStates, stateOf } from './state-words.ts'

/** Finds what a word of a file means, in small letters. */
export type StateReader = (word: string) => OrderState | undefined

/** The words that every shop has, and before them those of the file's own. */
export function stateReader(own: readonly StatusWord[] = []): StateReader {
  const named = new Map(own.map(({ word, state }) => [wordOf(word), state]))
  return (word) => named.get(word) ?? stateOf(word)
}

/** What a cell says as one word: in small letters, with single spaces. */
export function wordOf(text: string): string {
  return withoutApostrophe(text).toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Whether the cell says that a part was paid, and how much of it: `DP 500.000`. */
export function isPart({ columns, cells }: Place): boolean {
  return Boolean(afterDownPayment(withoutApostrophe(columns.text(cells, 'status'))))
}

/** What the order of a row is; null where the cell is empty or leaves it to the amount that was paid. */
export function statusAt(place: Place, readState: StateReader): OrderState | null {
  const word = wordOf(place.columns.text(place.cells, 'status'))
  if (word === '') return null
  const state = readState(word)
  if (state !== undefined) return state
  if (afterDownPayment(word) === undefined) {
    throw wrong(
      place,
      'status',
      `Expected a word for paid (such as lunas, selesai), unpaid (belum bayar, COD, tempo) or cancelled (batal); say what another means with --status-word: ${choicesOf(word)}`,
    )
  }
  if (isPart(place) || place.columns.text(place.cells, 'paid') !== '') return null
  throw wrong(
    place,
    'status',
    'A down payment is a part of the order: write how much, such as DP 500000, or name the column that says it with --paid',
  )
}

/** What it may be said to mean: which of it, only the shop knows. */
function choicesOf(word: string): string {
  const choices = orderStates.map((state) => `"${wordForOption(word)}=${state}"`)
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
}

/** As it may stand between quotes of a shell. */
function wordForOption(word: string): string {
  return /^[\p{L}\p{M}\d .,/()-]{1,40}$/u.test(word) ? word : 'WORD'
}
