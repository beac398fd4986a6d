import type { Customer, CustomerListRow } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { nearest } from '../errors/nearest.ts'
import type { Session } from '../session/session.ts'
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
}

interface CustomerColumn extends Column<CustomerListRow> {
  /** What `--columns` calls it. */
  readonly name: string
  /** What it shows where it was asked for, if that is more. */
  readonly cellAsked?: (row: CustomerListRow) => string
}

/** All that a list of customers can show of one, in the order that it is shown in. */
function columnsOf({ money, time }: Pick<Session, 'money' | 'time'>): readonly CustomerColumn[] {
  const day = (at: Date | null): string => time(at).slice(0, 'YYYY-MM-DD'.length)
  const named = (sets: CustomerListRow['groups']): string => sets.map(({ name }) => name).join(', ')
  return [
    // An id would leave the others no room.
    {
      name: 'customer',
      head: 'CUSTOMER',
      cell: ({ external, phone }) => external[0] ?? phone ?? '',
    },
    // A placeholder name would say the same twice.
    {
      name: 'name',
      head: 'NAME',
      cell: (row) => (row.name === referenceOf(row) ? '' : row.name),
      most: 24,
    },
    {
      name: 'phone',
      head: 'PHONE',
      // The chat link has it too, mostly.
      cell: ({ phone, chatLink }) =>
        phone === null || chatLink?.endsWith(phone.slice(1)) === true ? '' : phone,
      cellAsked: ({ phone }) => phone ?? '',
      spare: 12,
    },
    {
      name: 'chat',
      head: 'CHAT',
      cell: ({ chatLink }) => (chatLink ?? '').replace('https://', ''),
      spare: 3,
    },
    { name: 'email', head: 'E-MAIL', cell: ({ email }) => email ?? '', spare: 13 },
    { name: 'city', head: 'CITY', cell: ({ city }) => city ?? '', most: 20, spare: 9 },
    { name: 'country', head: 'COUNTRY', cell: ({ country }) => country ?? '', most: 20, spare: 10 },
    {
      name: 'first-contact',
      head: 'FIRST CONTACT',
      cell: ({ firstContactAt }) => day(firstContactAt),
      spare: 1,
    },
    { name: 'acquisition', head: 'ACQUISITION', cell: ({ acquisition }) => acquisition, spare: 2 },
    { name: 'source', head: 'SOURCE', cell: ({ source }) => source ?? '', most: 20, spare: 11 },
    {
      name: 'orders',
      head: 'ORDERS',
      cell: ({ orders }) => String(orders),
      align: 'right',
      spare: 7,
    },
    { name: 'spent', head: 'SPENT', cell: ({ ltv }) => money(ltv), align: 'right' },
    {
      name: 'owes',
      head: 'OWES',
      cell: ({ balance }) => (balance === 0 ? '' : money(balance)),
      align: 'right',
      spare: 4,
    },
    {
      name: 'last-activity',
      head: 'LAST ACTIVITY',
      cell: ({ lastActivityAt }) => time(lastActivityAt),
      spare: 8,
    },
    { name: 'groups', head: 'GROUPS', cell: ({ groups }) => named(groups), most: 24, spare: 6 },
    { name: 'tags', head: 'TAGS', cell: ({ tags }) => named(tags), most: 24, spare: 5 },
    { name: 'standing', head: '', cell: standing },
    {
      name: 'id',
      head: 'ID',
      cell: (row) => (referenceOf(row) === row.id ? row.id : ''),
      cellAsked: ({ id }) => id,
      spare: 14,
    },
  ]
}

const names = columnsOf({ money: String, time: () => '' }).map(({ name }) => name)

/** The names of all columns, for help. */
export const columnNames: string = names.join(', ')

/** What each sort goes by. */
const sortedBy: Readonly<Record<string, string>> = {
  totalSpent: 'spent',
  ltv: 'spent',
  balance: 'owes',
  lastActivity: 'last-activity',
}

/** The columns that were asked for, in that order; without a wish all, of which those show that have room. */
export function customerColumns(
  session: Session,
  { columns: wanted, sort = '' }: ColumnOptions,
): readonly Column<CustomerListRow>[] {
  const columns = columnsOf(session)
  if (wanted !== undefined) {
    return namesIn(wanted).flatMap((name) =>
      columns.filter((column) => column.name === name).map(asWanted),
    )
  }
  const kept = sortedBy[sort] ?? sort
  return columns.map((column) => (column.name === kept ? unspared(column) : column))
}

function asWanted({
  head,
  cell,
  cellAsked = cell,
  align,
}: CustomerColumn): Column<CustomerListRow> {
  return { head, cell: cellAsked, stays: true, ...(align === undefined ? {} : { align }) }
}

/** Sorted by it, the list shows it, be it empty. */
function unspared({ spare, ...column }: CustomerColumn): CustomerColumn {
  return { ...column, stays: true }
}

/** @throws CliError `USAGE` for a name that is none */
function namesIn(wanted: string): readonly string[] {
  const given = wanted.split(',').map((name) => name.trim().toLowerCase())
  for (const name of given) {
    if (names.includes(name)) continue
    const near = nearest(name, names)
    const meant = near === undefined ? '' : ` Did you mean ${near}?`
    throw new CliError(
      'USAGE',
      `--columns: There is no such column.${meant} The columns are ${columnNames}.`,
      'columns',
    )
  }
  return given
}

function standing({ archivedAt, blacklist, active }: CustomerListRow): string {
  if (blacklist !== null) return 'blacklisted'
  if (archivedAt !== null) return 'archived'
  return active ? 'window open' : ''
}
