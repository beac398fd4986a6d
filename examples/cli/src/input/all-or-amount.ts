import { afterDownPayment } from '../money/down-payment.ts'
import type { Session } from '../session/session.ts'

const all: ReadonlySet<string> = new Set(['all', 'yes', 'lunas'])
const nothing: ReadonlySet<string> = new Set(['no', 'none', 'belum'])

/** Whether all of it is meant: `all`, `yes` or `lunas`. */
export function isAll(text: string): boolean {
  return all.has(wordOf(text))
}

/** What was paid or given back at once: true for all of it, else minor units. */
export function allOrAmount(
  text: string | undefined,
  field: string,
  { amount }: Session,
): number | true | undefined {
  if (text === undefined) return undefined
  if (isAll(text)) return true
  return nothing.has(wordOf(text)) ? 0 : amount(partOf(text), field)
}

/** An amount, with or without the word that it is a down payment: `DP 500.000`. */
export function partOf(text: string): string {
  return afterDownPayment(text.trim()) || text
}

function wordOf(text: string): string {
  return text.trim().toLowerCase()
}
