import { isLanggananError, LanggananError } from '../error/langganan-error.ts'

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER)

/** The error of an amount that would leave ±(2^53−1) minor units. */
export function amountOverflow(field?: string): LanggananError {
  return new LanggananError(
    'AMOUNT_OVERFLOW',
    'The amount would leave the exact range of ±9007199254740991 minor units; use smaller amounts.',
    { field },
  )
}

/** Does the work; an overflow in it names the field of the input that made it. */
export function overflowAt<T>(field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isLanggananError(error, 'AMOUNT_OVERFLOW') && error.field === undefined) {
      throw amountOverflow(field)
    }
    throw error
  }
}

/**
 * The bigint as a number.
 *
 * @throws LanggananError `AMOUNT_OVERFLOW` beyond ±(2^53−1).
 */
export function safeAmount(value: bigint): number {
  if (value > largestSafe || value < -largestSafe) throw amountOverflow()
  return Number(value)
}
