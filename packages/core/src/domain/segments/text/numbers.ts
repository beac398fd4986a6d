import { currencyScale } from '../../money/currency.ts'
import { parseDecimal, roundDecimal } from '../../money/decimal.ts'
import type { Plain } from '../check/plain.ts'
import { amountMeant, isShortened } from './amount-meant.ts'
import type { Reader } from './reader.ts'
import type { Token } from './tokens.ts'

/** A number as it is written, without the `_` between its digits. */
export function digitsOf({ raw }: Token): string {
  return raw.replaceAll('_', '')
}

/** A whole number; the check refuses NaN, which stands for any other. */
export function wholeNumber(token: Token): number {
  const digits = digitsOf(token)
  return /^-?\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** What people put before amounts, some right before the digits; words of three letters are codes. */
const signs = /^(?:rp|rupiah|rm)\d*$|^\p{Sc}$/iu

/**
 * An amount as people write it, `5_000_000` or `19.99`, in minor units of the shop's currency; or of
 * another that stands before or behind it, `USD 19.99`.
 */
export function readAmount(reader: Reader): Plain {
  const { currency: own, scale: ownScale } = reader.catalogue
  const at = reader.at
  const scaleOf = (code: string): number | undefined =>
    code.toUpperCase() === own ? ownScale : currencyScale(code.toUpperCase())
  const before = reader.takeWord((word) => /^[a-z]{3}$/i.test(word))
  const token = reader.take('number')
  const meant = amountMeant(reader.textFrom(token?.at ?? at), ownScale)
  if (token === undefined) return noAmount(reader, before, meant)
  if (isShortened(reader.textFrom(token.at)))
    return reader.refuse(token.at, `amounts are written in digits, as in 250_000.${meant}`)
  // Behind a number another condition may begin, so only a currency is taken for one.
  const written = before ?? reader.takeWord((word) => scaleOf(word) !== undefined)
  const currency = written?.toUpperCase()
  const scale = scaleOf(currency ?? own)
  if (scale === undefined) return reader.refuse(at, 'the currency is not an active ISO 4217 code.')
  const decimal = parseDecimal(digitsOf(token))
  if (decimal === undefined) {
    return reader.refuse(token.at, 'expected an amount without exponent, of 64 digits at most.')
  }
  if (decimal.scale > scale) {
    const decimals = scale === 0 ? 'no decimals' : `${scale} decimals at most`
    const problem = `an amount of ${currency ?? own} has ${decimals}; thousands are set off as in 5_000_000.${meant}`
    return reader.refuse(token.at, problem)
  }
  // Beyond the exact range it is rounded to what is not exact either, which the check refuses.
  const minor = Number(roundDecimal(decimal, scale))
  return currency === undefined
    ? minor
    : reader.keep({ minor, currency }, { minor: token.at, currency: at })
}

function noAmount(reader: Reader, before: string | undefined, meant: string): never {
  const { at, catalogue } = reader
  if (before === undefined && reader.seesLike(signs)) {
    const problem = `amounts are written without the currency's sign, as in 250_000.${meant}`
    return reader.refuse(at, problem)
  }
  return reader.expected(`an amount such as 250_000${catalogue.scale > 0 ? ' or 19.99' : ''}`)
}
