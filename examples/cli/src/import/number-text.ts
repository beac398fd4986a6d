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

/** How the problem of a number that can be read in two ways begins. */
export const twofoldProblem = 'Thousands or decimals?'

/** The decimal mark that a number gives away, if it can be read in one way only and has a mark. */
export function markShownBy(text: string): DecimalMark | undefined {
  const withPoint = grouped['.'].test(text)
  const withComma = grouped[','].test(text)
  if (withPoint === withComma) return undefined
  return withPoint ? '.' : ','
}

/** An amount in a currency without decimals that says so: `55.000,00`. */
const nothingAfter = /([.,])00$/

/**
 * Reads an amount as {@link readNumber} does. A currency without decimals may have them written as none:
 * `55.000,-` and `55.000,00` are 55,000.
 */
export function readAmount(
  text: string,
  form: NumberForm,
  scale: number,
): Decimal | { readonly problem: string } {
  if (scale > 0) return readNumber(text, form, scale)
  if (text.endsWith(',-') && form.mark !== '.') return readNumber(text.slice(0, -2), form, scale)
  const sign = nothingAfter.exec(text)?.[1]
  if (sign === undefined || form.isStated) return readNumber(text, form, scale)
  return readNumber(text, { mark: sign === ',' ? ',' : '.', isStated: true }, scale)
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
  if (/\p{L}/u.test(text)) return { problem: inDigits(mark, scale) }
  const parts = twofold.exec(text)
  if (parts !== null && !isStated) {
    // Decimals of a currency that has none would be rounded away: nobody writes them.
    const isThousands = scale === 0 && !text.includes(mark ?? ' ')
    if (isThousands) return plainNumber(text.replace(/[.,]/, ''), scale)
    if (mark === undefined || scale === 0) return { problem: bothReadings(parts) }
  }
  const plain = mark === undefined ? text : plainOf(text, mark)
  if (plain === undefined) {
    const why = isStated
      ? ''
      : `, as other cells of the file have it; --decimal-mark says otherwise`
    return { problem: `Expected a number such as ${exampleOf(mark, scale)}${why}` }
  }
  return plainNumber(plain, scale)
}

/** `1,25 jt`, `350rb`, `free`: no mark for decimals makes a number of these. */
function inDigits(mark: DecimalMark | undefined, scale: number | undefined): string {
  return `Expected a number such as ${exampleOf(mark, scale)}, in digits alone: without words, and without jt, rb or k`
}

function plainNumber(text: string, scale: number | undefined): Decimal | { problem: string } {
  return parseDecimal(text) ?? { problem: `Expected a number such as ${exampleOf('.', scale)}` }
}

/** A number as it may be written, with the decimals that the currency has. */
function exampleOf(mark: DecimalMark | undefined, scale = 2): string {
  if (scale === 0) return '55000'
  return `1250${mark === ',' ? ',' : '.'}${'50'.padEnd(scale, '0')}`
}

function bothReadings([, whole = '', rest = '']: RegExpExecArray): string {
  return `${twofoldProblem} This is ${whole}${rest} if its mark groups thousands, and ${whole}.${rest} if it marks decimals. Say which sign marks decimals, with --decimal-mark`
}

function plainOf(text: string, mark: DecimalMark): string | undefined {
  if (!grouped[mark].test(text)) return undefined
  return mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
}
