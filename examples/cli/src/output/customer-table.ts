import type { Customer, CustomerListRow, Page } from '@langganan/core'
import type { Session } from '../session/session.ts'
import type { Answer } from './answer.ts'
import { type Column, tableOf } from './table.ts'

/** What commands take for this customer: its number in the shop, else its phone, else its id. */
export function referenceOf({ external, phone, id }: Customer): string {
  return external[0] ?? phone ?? id
}

export function customerColumns({ money, time }: Session): readonly Column<CustomerListRow>[] {
  return [
    { head: 'CUSTOMER', cell: referenceOf },
    // A placeholder name would say the same twice.
    { head: 'NAME', cell: (row) => (row.name === referenceOf(row) ? '' : row.name) },
    { head: 'PHONE', cell: (row) => (row.external.length === 0 ? '' : (row.phone ?? '')) },
    { head: 'CITY', cell: ({ city }) => city ?? '', most: 20 },
    { head: 'COUNTRY', cell: ({ country }) => country ?? '', most: 20 },
    { head: 'ORDERS', cell: ({ orders }) => String(orders), align: 'right' },
    { head: 'SPENT', cell: ({ ltv }) => money(ltv), align: 'right' },
    { head: 'OWES', cell: ({ balance }) => (balance === 0 ? '' : money(balance)), align: 'right' },
    { head: 'LAST ACTIVITY', cell: ({ lastActivityAt }) => time(lastActivityAt) },
    { head: 'GROUPS', cell: ({ groups }) => groups.map(({ name }) => name).join(', '), most: 24 },
    { head: 'TAGS', cell: ({ tags }) => tags.map(({ name }) => name).join(', '), most: 24 },
    { head: '', cell: standing },
  ]
}

/** A page of customers; `empty` is said where there are none. */
export function customersAnswer(
  session: Session,
  page: Page<CustomerListRow>,
  empty: string,
): Answer {
  return { json: page, text: pageText(page, customerColumns(session), empty) }
}

export function pageText<R>(
  { rows, next }: Page<R>,
  columns: readonly Column<R>[],
  empty: string,
): string {
  if (rows.length === 0) return empty
  const table = tableOf(columns, rows)
  return next === null ? table : `${table}\n\nThere are more: --after '${next}'`
}

function standing({ archivedAt, blacklist, active }: CustomerListRow): string {
  if (blacklist !== null) return 'blacklisted'
  if (archivedAt !== null) return 'archived'
  return active ? 'window open' : ''
}
