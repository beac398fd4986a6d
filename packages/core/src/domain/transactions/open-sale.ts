import { addDays } from '../time/local-date.ts'
import { startOfLocalDay } from '../time/zone.ts'
import type { TransactionRow } from './rows.ts'

/** The last date that there is, which people write for "never". */
const never = '9999-12-31'

/** The local midnight after a due date, from which what is open is overdue; null if it never is. */
export function endOfDueDate(dueDate: string | null, timeZone: string): number | null {
  return dueDate === null || dueDate === never
    ? null
    : startOfLocalDay(addDays(dueDate, 1), timeZone)
}

/** What a transaction's own amounts and date say of its being open, from scratch. */
export function openingOf(
  { kind, bookTotal, bookSettled, dueDate }: TransactionRow,
  timeZone: string,
): Pick<TransactionRow, 'openBook' | 'overdueAt'> {
  const openBook = bookTotal - bookSettled
  const isOpen = kind === 'sale' && openBook > 0
  return { openBook, overdueAt: isOpen ? endOfDueDate(dueDate, timeZone) : null }
}
