import { type Decimal, decimalToMinor, isLanggananError } from '@langganan/core'
import { rowError } from '../csv/row-error.ts'
import type { CliError } from '../errors/cli-error.ts'
import { amountText } from '../money/currency-sign.ts'
import { unescaped, withoutApostrophe } from './cell-text.ts'
import type { ColumnKey, Columns } from './columns.ts'
import type { NumberStyle } from './number-style.ts'
import { type NumberForm, readAmount, readNumber } from './number-text.ts'

/** A row that is being read. */
export interface Place {
  readonly columns: Columns
  readonly cells: readonly string[]
  readonly row: number
  readonly form: NumberStyle
}

/** The currency of an order, and its decimals. */
export interface Money {
  readonly currency: string
  readonly scale: number
}

export function wrong({ columns, row }: Place, key: ColumnKey, problem: string): CliError {
  return rowError(row, problem, columns.nameOf(key))
}

/** The text of a cell; null where it is empty or the column was not named. */
export function textAt(place: Place, key: ColumnKey, longest = 200): string | null {
  const text = unescaped(place.columns.text(place.cells, key))
  if (text.length > longest) throw wrong(place, key, `Expected at most ${longest} characters`)
  return text === '' ? null : text
}

export function neededAt(place: Place, key: ColumnKey): string {
  const text = textAt(place, key)
  if (text === null) throw wrong(place, key, 'Expected a value, found none')
  return text
}

/** The exact number of a cell; undefined where it is empty. */
export function numberAt(place: Place, key: ColumnKey): Decimal | undefined {
  const text = place.columns.text(place.cells, key)
  if (text === '') return undefined
  const value = readNumber(withoutApostrophe(text), place.form.numbers)
  if ('problem' in value) throw wrong(place, key, value.problem)
  return value
}

/** The exact amount of a cell, with or without the currency's sign; undefined where it is empty. */
export function moneyAt(
  place: Place,
  key: ColumnKey,
  currency: string,
  scale: number,
): Decimal | undefined {
  const text = place.columns.text(place.cells, key)
  if (text === '') return undefined
  const value = moneyOf(text, place.form.numbers, currency, scale)
  if ('problem' in value) throw wrong(place, key, value.problem)
  return value
}

export function moneyOf(
  text: string,
  form: NumberForm,
  currency: string,
  scale: number,
): Decimal | { readonly problem: string } {
  const amount = amountText(withoutApostrophe(text), currency)
  if ('problem' in amount) {
    return { problem: `Expected an amount in ${currency}, ${amount.problem}` }
  }
  return readAmount(amount.text, form, scale)
}

/** Minor units of an amount of the row, rounded half away from zero. */
export function minorAt(place: Place, value: Decimal, scale: number, key: ColumnKey): number {
  try {
    return decimalToMinor(value, scale)
  } catch (error) {
    if (isLanggananError(error, 'AMOUNT_OVERFLOW')) {
      throw wrong(place, key, 'The amount is too large to be exact')
    }
    throw error
  }
}
