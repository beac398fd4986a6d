import { currencyScale } from '@langganan/core'

/** A sign or a code that may stand before or after an amount, with what it leaves. */
const signed = /^(-?)\s*(\p{L}{1,3}\.?\p{Sc}?|\p{Sc})\s*(-?)(?=\d)|(?<=\d)\s*(\p{L}{3}|\p{Sc})$/u

/** An amount without the sign of any currency: for looking at how a file writes numbers. */
export function withoutSign(text: string): string {
  return text.replace(
    signed,
    (_, before: string | undefined, _sign, after: string | undefined) =>
      (before ?? '') + (after ?? ''),
  )
}

/** An amount without its sign, or what is wrong with what stands in the place of the sign. */
export type AmountText = { readonly text: string } | { readonly problem: string }

/** An amount without the sign of this currency. */
export function amountText(text: string, currency: string): AmountText {
  const match = signed.exec(text)
  if (match === null) return { text }
  const sign = (match[2] ?? match[4] ?? '').replace(/\.$/, '')
  if (signsOf(currency).has(sign.toLowerCase())) return { text: withoutSign(text) }
  return { problem: problemOf(sign) }
}

/** `DP 500.000` is no amount of a currency DP, but a down payment. */
function problemOf(sign: string): string {
  const isSign = /\p{Sc}/u.test(sign) || currencyScale(sign.toUpperCase()) !== undefined
  if (isSign) return 'found the sign of another currency'
  const meant =
    sign.toLowerCase() === 'dp' ? ', a down payment, which is a part of what is owed' : ''
  return `found "${sign}" beside it${meant}`
}

const known = new Map<string, ReadonlySet<string>>()

/** `Rp` and `IDR`, `£` and `GBP`, `$`, `S$` and `SGD`. */
function signsOf(currency: string): ReadonlySet<string> {
  const before = known.get(currency)
  if (before !== undefined) return before
  const signs = new Set([
    currency.toLowerCase(),
    ...(['symbol', 'narrowSymbol'] as const).map((form) => signIn(currency, form).toLowerCase()),
    ...(currency.endsWith('D') ? [`${currency[0]}$`.toLowerCase()] : []),
  ])
  known.set(currency, signs)
  return signs
}

function signIn(currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
}
