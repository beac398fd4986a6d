import {
  type Customer,
  type CustomerColumnName,
  type CustomerListRow,
  customerColumns as catalogue,
  customerColumnNames,
} from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { nearest } from '../errors/nearest.ts'
import type { Session } from '../session/session.ts'
import { type ColumnLook, looks } from './column-looks.ts'
import type { Column } from './table.ts'

/** What commands take for this customer: its number in the shop, else its phone, else its id. */
export function referenceOf({ external, phone, id }: Customer): string {
  return external[0] ?? phone ?? id
}

/** How a list of customers is to be shown. */
export interface ColumnOptions {
  /** Names of columns with commas between them. */
  readonly columns?: string | undefined
  /** What the list is sorted by; its column stays. */
  readonly sort?: string | undefined
  /** What the predicate of the list speaks of; these come first and stay. */
  readonly spokenOf?: readonly CustomerColumnName[]
}

/** What `--columns` calls a column: `first-contact` for `firstContact`. */
export function optionOfColumn(name: CustomerColumnName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The names of all columns, for help. */
export const columnNames: string = customerColumnNames.map(optionOfColumn).join(', ')

/** What tables head columns with, where it is another word. */
const aliases: Readonly<Record<string, CustomerColumnName>> = {
  spent: 'ltv',
  totalspent: 'ltv',
  owes: 'balance',
}

/** What each sort goes by. */
const sortedBy: Readonly<Record<string, CustomerColumnName>> = {
  name: 'name',
  added: 'added',
  spent: 'ltv',
  owes: 'balance',
  totalSpent: 'ltv',
  ltv: 'ltv',
  balance: 'balance',
  lastActivity: 'lastActivity',
}

/** The columns that were asked for, in that order; without a wish all, of which those show that have room. */
export function customerColumns(
  session: Pick<Session, 'money' | 'time'>,
  { columns: wanted, sort = '', spokenOf = [] }: ColumnOptions,
): readonly Column<CustomerListRow>[] {
  if (wanted !== undefined) return chosenColumns(session, columnsIn(wanted))
  const kept = new Set([sortedBy[sort], ...spokenOf])
  return inOrder(spokenOf).flatMap((name) => {
    const { isAskedFor = false, spare, most, ...look } = looks[name]
    if (isAskedFor && !kept.has(name)) return []
    const column = { ...columnOf(name, look, session), ...(most === undefined ? {} : { most }) }
    // Sorted by it or chosen by it, the list shows it, be it empty.
    if (kept.has(name)) return [{ ...column, stays: true }]
    return [spare === undefined ? column : { ...column, spare }]
  })
}

const whoever: readonly CustomerColumnName[] = ['customer', 'name']

/** Who it is, then what the list is about, then the rest. */
function inOrder(spokenOf: readonly CustomerColumnName[]): readonly CustomerColumnName[] {
  return [...new Set([...whoever, ...spokenOf, ...customerColumnNames])]
}

/** These columns, in this order, be they empty. */
export function chosenColumns(
  session: Pick<Session, 'money' | 'time'>,
  names: readonly CustomerColumnName[],
): readonly Column<CustomerListRow>[] {
  return names.map((name) => {
    const { cell, cellAsked = cell, ...look } = looks[name]
    const asked = cellAsked === undefined ? look : { ...look, cell: cellAsked }
    return { ...columnOf(name, asked, session), stays: true }
  })
}

function columnOf(
  name: CustomerColumnName,
  { head = optionOfColumn(name).replaceAll('-', ' ').toUpperCase(), cell }: ColumnLook,
  session: Pick<Session, 'money' | 'time'>,
): Column<CustomerListRow> {
  const { type } = catalogue[name]
  const isNumber = type === 'money' || type === 'count'
  return {
    head,
    cell: (row) => cell?.(row, session) ?? valueText(name, row, session),
    ...(isNumber ? { align: 'right' } : {}),
  }
}

/** What a column holds, as people read it. */
function valueText(
  name: CustomerColumnName,
  row: CustomerListRow,
  { money, time }: Pick<Session, 'money' | 'time'>,
): string {
  const column = catalogue[name]
  switch (column.type) {
    case 'text':
    case 'localDate':
      return column.of(row) ?? ''
    case 'texts':
      return column.of(row).join(', ')
    case 'count':
      return String(column.of(row))
    case 'money':
      return money(column.of(row))
    case 'instant':
      return time(column.of(row))
  }
}

/** The columns that a text names, with commas between them. @throws CliError `USAGE` for a name that is none, or a column twice */
export function columnsIn(text: string): readonly CustomerColumnName[] {
  const names = text.split(',').map((written) => columnNamed(written.trim()))
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice === undefined) return names
  throw wrongColumns(`${optionOfColumn(twice)} stands there twice.`)
}

function columnNamed(written: string): CustomerColumnName {
  const wanted = lettersOf(written)
  const found =
    customerColumnNames.find((name) => lettersOf(name) === wanted) ??
    (Object.hasOwn(aliases, wanted) ? aliases[wanted] : undefined)
  if (found !== undefined) return found
  if (wanted === '') throw wrongColumns(`Name at least one. The columns are ${columnNames}.`)
  const near = nearest(written, [
    ...customerColumnNames.map(optionOfColumn),
    ...Object.keys(aliases),
  ])
  const meant = near === undefined ? '' : ` Did you mean ${near}?`
  throw wrongColumns(`There is no such column.${meant} The columns are ${columnNames}.`)
}

function lettersOf(written: string): string {
  return written.replaceAll(/[\s_-]/g, '').toLowerCase()
}

function wrongColumns(problem: string): CliError {
  return new CliError('USAGE', `--columns: ${problem}`, 'columns')
}
