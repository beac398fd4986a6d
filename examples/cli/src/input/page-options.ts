import type { ListCustomersInput } from '@langganan/core'
import { type Command, Option } from 'commander'
import { type ColumnOptions, columnNames } from '../output/customer-columns.ts'
import { wholeNumber } from './whole-number.ts'

/** How a list of customers is sorted, cut into pages and shown. */
export interface PageOptions extends ColumnOptions {
  readonly sort?: Sort | Alias
  readonly direction?: 'ascending' | 'descending'
  readonly limit?: string
  readonly after?: string
}

const sorts = ['name', 'totalSpent', 'lastActivity', 'added', 'balance'] as const

type Sort = (typeof sorts)[number]

/** What the columns of a list are called, for what they sort by. */
const aliases = { ltv: 'totalSpent', spent: 'totalSpent', owes: 'balance' } as const

type Alias = keyof typeof aliases

export function addPageOptions(command: Command): Command {
  return addSortOptions(addColumnOptions(command))
    .option('--limit <n>', 'customers on a page, 1 to 1,000 (default: 50)')
    .option('--after <cursor>', 'go on behind the page that ended with this cursor')
}

export function addSortOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--sort <by>', 'what to sort by').choices([...sorts, ...Object.keys(aliases)]),
    )
    .addOption(
      new Option('--direction <way>', 'each sort has its own usual one').choices([
        'ascending',
        'descending',
      ]),
    )
}

export function pageOf({
  sort,
  direction,
  limit,
  after,
}: PageOptions): Omit<ListCustomersInput, 'where' | 'view'> {
  const most = limit === undefined ? undefined : wholeNumber(limit, 'limit')
  return { sort: sort === undefined ? undefined : sortOf(sort), direction, limit: most, after }
}

export function sortOf(sort: Sort | Alias): Sort {
  return isAlias(sort) ? aliases[sort] : sort
}

function isAlias(sort: Sort | Alias): sort is Alias {
  return sort in aliases
}

export function addColumnOptions(command: Command): Command {
  return command.option(
    '--columns <names>',
    `which columns, with commas between them (default: as many as there is room for): ${columnNames}`,
  )
}
