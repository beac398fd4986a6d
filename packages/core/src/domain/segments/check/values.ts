import { fold } from '../../text/fold.ts'
import { isLocalDate } from '../../time/local-date.ts'
import type { CheckContext, ReferenceKind } from './context.ts'
import { invalid, within } from './invalid.ts'
import { nearest, quoted } from './nearest.ts'
import { isPlainObject, type Plain } from './plain.ts'
import { onlyKeys } from './shape.ts'

/** A text that is not empty. */
export function textAt(value: Plain | undefined, path: string): string {
  if (typeof value !== 'string') throw invalid(path, 'expected a text.')
  if (value.trim() === '')
    throw invalid(path, 'expected a text that is not empty; for no value write "is": "missing".')
  return value
}

export function integerAt(value: Plain | undefined, path: string, what = 'a whole number'): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value + 0
  throw invalid(path, `expected ${what} within ±(2^53 − 1), without quotes or decimals.`)
}

export function numberAt(value: Plain | undefined, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  throw invalid(path, 'expected a finite number, without quotes.')
}

/** Minor units of the shop's currency, as a number or with the currency named. */
export function moneyAt(
  value: Plain | undefined,
  path: string,
  { catalogue }: CheckContext,
): number {
  const { currency } = catalogue
  const minorUnits = `minor units of ${currency} as a whole number`
  if (!isPlainObject(value)) return integerAt(value, path, minorUnits)
  onlyKeys(value, ['minor', 'currency'], path)
  if (value.currency !== currency) {
    throw invalid(
      within(path, 'currency'),
      `criteria compare book money, which this shop keeps in ${currency}; convert the amount.`,
    )
  }
  return integerAt(value.minor, within(path, 'minor'), minorUnits)
}

export function dateAt(value: Plain | undefined, path: string): string {
  if (typeof value === 'string' && isLocalDate(value)) return value
  throw invalid(path, 'expected a date that exists, as "YYYY-MM-DD".')
}

export function flagAt(value: Plain | undefined, path: string): boolean {
  if (typeof value === 'boolean') return value
  throw invalid(path, 'expected true or false.')
}

/** A number from 0 on with so many decimals at most, told exactly by that many digits. */
export function decimalAt(
  value: Plain | undefined,
  path: string,
  { decimals, most }: { readonly decimals: number; readonly most: number },
): number {
  if (typeof value === 'number' && value >= 0 && value <= most) {
    const scale = 10 ** decimals
    if (Math.round(value * scale) / scale === value) return value + 0
  }
  throw invalid(path, `expected a number from 0 to ${most} with ${decimals} decimals at most.`)
}

/** The id of something that the shop has. */
export function referenceAt(
  value: Plain | undefined,
  path: string,
  kind: ReferenceKind,
  { known }: CheckContext,
): string {
  if (typeof value !== 'string') throw invalid(path, `expected the id of a ${kind}.`)
  if (known[kind].has(value)) return value
  const all = [...known[kind].values()]
  const near = nearest(
    value,
    all.flatMap(({ id, name }) => [name, id]),
  )
  const meant =
    all.find(({ name }) => fold(name) === fold(value)) ??
    all.find(({ id, name }) => name === near || id === near)
  const hint = meant === undefined ? '' : ` Did you mean ${meant.id}, named ${quoted(meant.name)}?`
  throw invalid(path, `this shop has no ${kind} with this id.${hint}`)
}
