import { writeAmount } from './write-amount.ts'

/** Words behind a number by which people save zeros. */
const thousands: Readonly<Record<string, number>> = {
  k: 1e3,
  rb: 1e3,
  ribu: 1e3,
  jt: 1e6,
  juta: 1e6,
  miliar: 1e9,
  milyar: 1e9,
}

/** An amount as people write it elsewhere: `Rp 1.000.000`, `100rb`, `1,5 jt`. */
const elsewhere =
  /^(?:rp\.?|\p{Sc})?\s*(\d+(?:[.,]\d+)*)(?:\s*(k|rb|ribu|jt|juta|mil[iy]ar)(?![\p{L}\p{N}_]))?/iu

/** Whether a word stands behind the number at the beginning that saves its zeros. */
export function isShortened(text: string): boolean {
  return elsewhere.exec(text)?.[2] !== undefined
}

/** ` Did you mean "100_000"?`, or nothing. Never understood as that: a point may set off decimals. */
export function amountMeant(text: string, scale: number): string {
  const [, digits = '', word = ''] = elsewhere.exec(text) ?? []
  const isGrouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits)
  if (!isGrouped && word === '') return ''
  const number = isGrouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.')
  const minor = Math.round(Number(number) * (thousands[word.toLowerCase()] ?? 1) * 10 ** scale)
  return Number.isSafeInteger(minor) ? ` Did you mean "${writeAmount(minor, scale)}"?` : ''
}
