import type { LabelReportInput } from '@langganan/core'
import type { Command } from 'commander'
import { withPredicate } from '../errors/in-predicate.ts'
import type { Session } from '../session/session.ts'
import { parseAt } from './at.ts'

/** Of when and of whom a report is. */
export interface RangeOptions {
  readonly from?: string
  readonly to?: string
  readonly where?: string
}

export function addRangeOptions(command: Command, usualFrom: string): Command {
  return command
    .option('--from <day>', `from this instant or day on (default: ${usualFrom})`)
    .option('--to <day>', 'up to this instant, or to where this day begins (default: now)')
    .option('--where <predicate>', 'only of those who satisfy it: text, JSON, @FILE or - for stdin')
}

/** Does the work with what the options say; what they do not say is left to the shop. */
export async function withRange<T>(
  { from, to, where }: RangeOptions,
  { shop }: Session,
  work: (range: LabelReportInput) => Promise<T>,
): Promise<T> {
  const instant = (text: string | undefined, field: string) =>
    text === undefined ? undefined : new Date(parseAt(text, shop.timeZone, field))
  const range = { from: instant(from, 'from'), to: instant(to, 'to') }
  if (where === undefined) return work(range)
  return withPredicate(where, (predicate) => work({ ...range, where: predicate }))
}
