import { LanggananError } from '../../error/langganan-error.ts'
import type { Ago, Amount, Period, Scalar } from '../predicate.ts'

/** The error of a predicate that `check` would not have let through. */
export function unchecked(expected: string): LanggananError {
  return new LanggananError(
    'PREDICATE_INVALID',
    `The predicate did not pass check(): expected ${expected}. Pass what comes from outside through check first.`,
  )
}

export function isPeriod(value: readonly Scalar[] | Period): value is Period {
  return !Array.isArray(value)
}

export function isAgo(value: Scalar | Ago): value is Ago {
  return typeof value === 'object' && 'ago' in value
}

/** A number, or the minor units of an amount. */
export function numberOf(value: Scalar | Ago): number {
  if (typeof value === 'number') return value
  if (isAmount(value)) return value.minor
  throw unchecked('a number')
}

function isAmount(value: Scalar | Ago): value is Amount {
  return typeof value === 'object' && 'minor' in value
}
