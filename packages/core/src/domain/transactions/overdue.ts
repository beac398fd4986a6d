import type { FactsRow } from '../value/rows.ts'
import type { TransactionRow } from './rows.ts'

/** Whether the sale that was overdue first is so no more, once it was settled. */
export function overdueEnds(
  { overdueSince }: FactsRow,
  { before, after }: { readonly before: TransactionRow; readonly after: TransactionRow },
): boolean {
  return before.overdueAt !== null && after.overdueAt === null && before.overdueAt === overdueSince
}

/** The earliest instant from which one of these is overdue; null where none ever is. */
export function nextOverdue(open: readonly Pick<TransactionRow, 'overdueAt'>[]): number | null {
  return open.reduce<number | null>(
    (least, { overdueAt }) =>
      overdueAt !== null && (least === null || overdueAt < least) ? overdueAt : least,
    null,
  )
}
