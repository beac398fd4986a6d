import { divideRounded } from './amount.ts'
import { safeAmount } from './overflow.ts'

/** An exact decimal number: `digits / 10^scale`, with `scale` a non-negative integer. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** The longest text that {@link parseDecimal} reads, in characters. */
const MAX_DECIMAL_LENGTH = 64

const plainDecimal = /^-?\d+(?:\.\d+)?$/

/**
 * Reads plain decimal text such as `-12.340`, or gives undefined.
 *
 * No exponent, plus sign, grouping or space; a digit on both sides of the point; at most 64
 * characters. The scale is the number of digits written after the point.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_DECIMAL_LENGTH || !plainDecimal.test(text)) return undefined
  const point = text.indexOf('.')
  if (point === -1) return { digits: BigInt(text), scale: 0 }
  return {
    digits: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  }
}

/** The exact product of two decimals; its scale is the sum of theirs. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** The value in units of `10^-scale`, rounded half away from zero; `scale` is an integer ≥ 0. */
export function roundDecimal(value: Decimal, scale: number): bigint {
  const shift = scale - value.scale
  return shift >= 0
    ? value.digits * 10n ** BigInt(shift)
    : divideRounded(value.digits, 10n ** BigInt(-shift))
}

/**
 * The value in minor units of a currency with the given scale, rounded half away from zero.
 *
 * @throws LanggananError `AMOUNT_OVERFLOW` beyond ±(2^53−1).
 */
export function decimalToMinor(value: Decimal, scale: number): number {
  return safeAmount(roundDecimal(value, scale))
}
