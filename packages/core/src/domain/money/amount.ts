import { amountOverflow } from './overflow.ts'

/**
 * The sum of two amounts in minor units.
 *
 * @throws LanggananError `AMOUNT_OVERFLOW` if an operand or the sum is not a safe integer.
 */
export function addAmounts(a: number, b: number): number {
  return checked(a, b, a + b)
}

/**
 * The difference `a − b` of two amounts in minor units.
 *
 * @throws LanggananError `AMOUNT_OVERFLOW` if an operand or the difference is not a safe integer.
 */
export function subtractAmounts(a: number, b: number): number {
  return checked(a, b, a - b)
}

/**
 * The exact product of a whole quantity and a price in minor units.
 *
 * @throws LanggananError `AMOUNT_OVERFLOW` if an operand or the product is not a safe integer.
 */
export function multiplyAmount(quantity: number, price: number): number {
  return checked(quantity, price, quantity * price)
}

/**
 * The quotient rounded to the nearest integer, halves away from zero.
 *
 * @throws RangeError if the denominator is zero.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const rest = numerator % denominator
  if (magnitude(rest) * 2n < magnitude(denominator)) return quotient
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n
}

// A double is exact up to 2^53 and rounds monotonically beyond, so a result that is a safe integer
// is the true one.
function checked(a: number, b: number, result: number): number {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(result)) {
    return result === 0 ? 0 : result // never −0
  }
  throw amountOverflow()
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}
