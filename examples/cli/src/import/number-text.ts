import { type Decimal, parseDecimal } from '@langganan/core'
import type { DecimalMark } from './import-options.ts'

/** Which sign marks decimals in a file, and whether somebody said so or the file shows it. */
export interface NumberForm {
  readonly mark: DecimalMark | undefined
  readonly isStated: boolean
}

const grouped: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/,
  ',': /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/,
}

/** `55.000` is 55 to one reader and 55,000 to another. */
const twofold = /^-?([1-9]\d{0,2})[.,](\d{3})$/

/** The decimal mark that a number gives away, if it can be read in one way only and has a mark. */
export function markShownBy(text: string): DecimalMark | undefined {
  const withPoint = grouped['.'].test(text)
  const withComma = grouped[','].test(text)
  if (withPoint === withComma) return undefined
  return withPoint ? '.' : ','
}

/**
 * Reads a number of the file exactly, or says what was expected.
 *
 * @param scale decimals of the currency, for money: where there are none, `55.000` is 55,000
 */
export function readNumber(
  text: string,
  { mark, isStated }: NumberForm,
  scale?: number,
): Decimal | { readonly problem: string } {
  const parts = twofold.exec(text)
  if (parts !== null && !isStated) {
    // Decimals of a currency that has none would be rounded away: nobody writes them.
    const isThousands = scale === 0 && !text.includes(mark ?? ' ')
    if (isThousands) return plainNumber(text.replace(/[.,]/, ''))
    if (mark === undefined || scale === 0) return { problem: bothReadings(parts) }
  }
  const plain = mark === undefined ? text : plainOf(text, mark)
  if (plain === undefined) {
    const why = isStated
      ? ''
      : `, as other cells of the file have it; --decimal-mark says otherwise`
    return { problem: `Expected a number such as ${mark === ',' ? '1.250,50' : '1250.50'}${why}` }
  }
  return plainNumber(plain)
}

function plainNumber(text: string): Decimal | { readonly problem: string } {
  return parseDecimal(text) ?? { problem: 'Expected a number such as 1250.50' }
}

function bothReadings([, whole = '', rest = '']: RegExpExecArray): string {
  return `Thousands or decimals? This is ${whole}${rest} if its mark groups thousands, and ${whole}.${rest} if it marks decimals. Say which sign marks decimals, with --decimal-mark`
}

function plainOf(text: string, mark: DecimalMark): string | undefined {
  if (!grouped[mark].test(text)) return undefined
  return mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
}
