import { currencyScale } from '../money/currency.ts'
import { parseDecimal, roundDecimal } from '../money/decimal.ts'
import type { DraftLineRow } from './rows.ts'

/**
 * What a person has to settle before an order can be confirmed as it was placed.
 *
 * - `noQuantity`: a line of no pieces, or fewer.
 * - `noPrice`: a line whose price is missing, 0, no whole number of minor units, or can be read in two
 *   ways, as `55.000` in a currency without decimals.
 * - `noCurrency`: a line without a currency, or with one that is none.
 * - `severalCurrencies`: lines of different currencies.
 * - `otherCurrency`: not the book currency, so it needs its rate.
 * - `tooMuch`: lines that come to more than an amount can be.
 */
export type DraftDoubt = (typeof doubts)[number]

const doubts = [
  'noQuantity',
  'noPrice',
  'noCurrency',
  'severalCurrencies',
  'otherCurrency',
  'tooMuch',
] as const

/** What the lines of an order come to, as far as they say it. */
export interface DraftReading {
  /** That of all lines; null where they say none, or several. */
  readonly currency: string | null
  /** Of one piece of each line, minor units of that currency; null where it is not known. */
  readonly prices: readonly (number | null)[]
  /** Null where some price is not known, and where the lines come to too much. */
  readonly total: number | null
  /** In the order of {@link DraftDoubt}. */
  readonly doubts: readonly DraftDoubt[]
}

/** Reads the lines of an order as they were placed, and says what is in doubt. */
export function readLines(lines: readonly DraftLineRow[], bookCurrency: string): DraftReading {
  const currencies = new Set(lines.map(({ currency }) => currency?.toUpperCase() ?? ''))
  const [first = ''] = currencies
  const scale = currencyScale(first)
  const isOne = currencies.size === 1 && scale !== undefined
  const prices = lines.map(({ price }) => (isOne ? minorUnits(price, scale) : null))
  const total = totalOf(lines, prices)
  const doubtful: Readonly<Record<DraftDoubt, boolean>> = {
    noQuantity: lines.some(({ quantity }) => quantity < 1),
    noPrice: isOne
      ? prices.includes(null)
      : lines.some(({ price }) => price === null || !/[1-9]/.test(price)),
    noCurrency: [...currencies].some((currency) => currencyScale(currency) === undefined),
    severalCurrencies: currencies.size > 1,
    otherCurrency: isOne && first !== bookCurrency,
    tooMuch: total !== null && total > largestAmount,
  }
  return {
    currency: isOne ? first : null,
    prices,
    total: total === null || total > largestAmount ? null : Number(total),
    doubts: doubts.filter((doubt) => doubtful[doubt]),
  }
}

const largestAmount = BigInt(Number.MAX_SAFE_INTEGER)

/** A price as it can be recorded: above 0, exact, no larger than amounts may be, and clear. */
function minorUnits(price: string | null, scale: number): number | null {
  const value = price === null ? undefined : parseDecimal(price)
  if (price === null || value === undefined || isMaybeGrouped(price, scale)) return null
  const units = roundDecimal(value, scale)
  const isExact = units * 10n ** BigInt(value.scale) === value.digits * 10n ** BigInt(scale)
  const isAmount = units > 0n && units <= largestAmount
  return isExact && isAmount ? Number(units) : null
}

/**
 * Whether the point may separate thousands, as it does in Indonesian: three digits behind it, where the
 * currency has fewer decimals. A number that a machine wrote never looks so and is exact too.
 */
function isMaybeGrouped(price: string, scale: number): boolean {
  return scale < 3 && /^[1-9]\d{0,2}\.\d{3}$/.test(price)
}

function totalOf(
  lines: readonly DraftLineRow[],
  prices: readonly (number | null)[],
): bigint | null {
  let total = 0n
  for (const [i, { quantity }] of lines.entries()) {
    const price = prices[i] ?? null
    if (price === null || quantity < 1) return null
    total += BigInt(price) * BigInt(quantity)
  }
  return total
}
