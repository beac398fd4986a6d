import type { ListCustomersInput } from '@langganan/core'
import { type Command, Option } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { nearest } from '../errors/nearest.ts'
import { type ColumnOptions, columnNames } from '../output/customer-columns.ts'
import { wholeNumber } from './whole-number.ts'

/** How a list of customers is sorted, cut into pages and shown. */
export interface PageOptions extends ColumnOptions {
  readonly sort?: Sort
  readonly direction?: 'ascending' | 'descending'
  readonly limit?: string
  readonly after?: string
}

type Sort = NonNullable<ListCustomersInput['sort']>

/** What to sort by, in the words of the library, of a table's heads and of predicates. */
const sorts: Readonly<Record<string, Sort>> = {
  name: 'name',
  ltv: 'totalSpent',
  spent: 'totalSpent',
  totalSpent: 'totalSpent',
  balance: 'balance',
  owes: 'balance',
  lastActivity: 'lastActivity',
  added: 'added',
}

export function addPageOptions(command: Command): Command {
  return addSortOptions(addColumnOptions(command))
    .option('--limit <n>', 'customers on a page, 1 to 1,000 (default: 50)')
    .option('--after <cursor>', 'go on behind the page that ended with this cursor')
}

export function addSortOptions(command: Command): Command {
  return command
    .option('--sort <by>', `what to sort by: ${Object.keys(sorts).join(', ')}`, sortNamed)
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
  return { sort, direction, limit: most, after }
}

/** The sort that a word means; capitals, spaces and dashes in it do not count. */
function sortNamed(written: string): Sort {
  const wanted = lettersOf(written)
  const name = Object.keys(sorts).find((each) => lettersOf(each) === wanted)
  const sort = name === undefined ? undefined : sorts[name]
  if (sort !== undefined) return sort
  const near = nearest(written, Object.keys(sorts))
  const meant = near === undefined ? '' : ` Did you mean ${near}?`
  throw new CliError(
    'USAGE',
    `--sort: A list is not sorted by that.${meant} Expected one of ${Object.keys(sorts).join(', ')}.`,
    'sort',
  )
}

function lettersOf(written: string): string {
  return written.replaceAll(/[\s_-]/g, '').toLowerCase()
}

export function addColumnOptions(command: Command): Command {
  return command.option(
    '--columns <names>',
    `which columns, with commas between them (default: as many as there is room for): ${columnNames}`,
  )
}
