import { type Decimal, parseDecimal } from '@langganan/core'
import type { DecimalMark } from './import-options.ts'

const grouped: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/,
  ',': /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/,
}

/** `55.000` is 55 to one reader and 55,000 to another. */
const ambiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/

/** Reads a number of the file exactly, or says what was expected. */
export function readNumber(
  text: string,
  mark: DecimalMark | undefined,
): Decimal | { readonly problem: string } {
  if (mark === undefined && ambiguous.test(text)) {
    return {
      problem: 'Thousands or decimals? Say which sign marks decimals, with --decimal-mark',
    }
  }
  const plain = mark === undefined ? text : plainOf(text, mark)
  const value = plain === undefined ? undefined : parseDecimal(plain)
  if (value !== undefined) return value
  return { problem: `Expected a number such as ${mark === ',' ? '1.250,50' : '1250.50'}` }
}

function plainOf(text: string, mark: DecimalMark): string | undefined {
  if (!grouped[mark].test(text)) return undefined
  return mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
}
