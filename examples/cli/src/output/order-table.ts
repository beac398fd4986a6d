import type { Transaction } from '@langganan/core'
import type { Session } from '../session/session.ts'
import type { Column } from './table.ts'

/** Columns of a list of sales and credit notes. */
export function orderColumns({
  money,
  time,
}: Pick<Session, 'money' | 'time'>): readonly Column<Transaction>[] {
  return [
    { head: 'ORDER', cell: ({ orderId }) => orderId },
    { head: 'TIME', cell: ({ at }) => time(at) },
    { head: 'KIND', cell: ({ kind }) => (kind === 'sale' ? '' : 'credit note') },
    { head: 'LINES', cell: ({ lines }) => String(lines.length), align: 'right', spare: 2 },
    { head: 'TOTAL', cell: ({ total, currency }) => money(total, currency), align: 'right' },
    {
      head: 'OPEN',
      cell: ({ open, currency }) => (open === 0 ? '' : money(open, currency)),
      align: 'right',
    },
    { head: 'DUE', cell: ({ dueDate, open }) => (open === 0 ? '' : (dueDate ?? '')), spare: 1 },
  ]
}
