import type { CustomerColumnName, CustomerListRow, Page } from '@langganan/core'
import type { Session } from '../session/session.ts'
import type { Answer } from './answer.ts'
import { type ColumnOptions, chosenColumns, customerColumns } from './customer-columns.ts'
import { fittingTable } from './fitting.ts'
import { shellWord } from './shell-word.ts'
import type { Column } from './table.ts'

/** A page of customers, and which columns a view chose for it. */
interface CustomersShown extends Page<CustomerListRow> {
  readonly columns?: readonly CustomerColumnName[] | null
}

/** A page of customers; `empty` is said where there are none. */
export function customersAnswer(
  session: Session,
  page: CustomersShown,
  empty: string,
  options: ColumnOptions = {},
): Answer {
  const columns =
    options.columns === undefined && page.columns
      ? chosenColumns(session, page.columns)
      : customerColumns(session, options)
  return { json: page, text: pageText(page, columns, empty) }
}

export function pageText<R>(
  { rows, next }: Page<R>,
  columns: readonly Column<R>[],
  empty: string,
): string {
  if (rows.length === 0) return empty
  const said = [fittingTable(columns, rows, 'Choose columns with --columns.')]
  if (next !== null) said.push(`There are more: --after ${shellWord(next)}`)
  return said.join('\n\n')
}
