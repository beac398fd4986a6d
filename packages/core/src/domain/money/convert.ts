import { type Decimal, decimalToMinor, multiplyDecimals } from './decimal.ts'

/**
 * Converts minor units of one currency into minor units of another, rounded half away from zero.
 *
 * The rate is the price of one major unit of the source in major units of the target (IDR per USD,
 * say); scales are those of `currencyScale`.
 *
 * @throws LanggananError `AMOUNT_OVERFLOW` if the result lies beyond ±(2^53−1).
 */
export function convertAmount(
  minor: number,
  fromScale: number,
  rate: Decimal,
  toScale: number,
): number {
  return decimalToMinor(
    multiplyDecimals({ digits: BigInt(minor), scale: fromScale }, rate),
    toScale,
  )
}
