import { nextOverdue, overdueEnds } from '../../domain/transactions/overdue.ts'
import type { TransactionRow } from '../../domain/transactions/rows.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Facts after a sale was settled: where it was overdue first and is not open any more, the next one is. */
export async function withOverdue(
  { tx }: UnitOfWork,
  facts: FactsRow,
  { before, after }: { readonly before: TransactionRow; readonly after: TransactionRow },
): Promise<FactsRow> {
  if (!overdueEnds(facts, { before, after })) return facts
  const open = await tx.find('transactions', 'byOverdue', [[facts.customerId]])
  return { ...facts, overdueSince: nextOverdue(open.filter(({ id }) => id !== after.id)) }
}

/** Book money of a customer's sales that are overdue at an instant. */
export async function overdueBalance(
  { tx }: UnitOfWork,
  customerId: string,
  now: number,
): Promise<number> {
  const open = await tx.find('transactions', 'byOverdue', [[customerId]])
  return open
    .filter(({ overdueAt }) => overdueAt !== null && overdueAt <= now)
    .reduce((sum, { openBook }) => sum + openBook, 0)
}
