import { CliError } from '../errors/cli-error.ts'
import { shellWord } from '../output/shell-word.ts'
import type { Columns } from './columns.ts'
import { lookingLike, type TellingKey } from './telling-columns.ts'

/** What is recorded without a column of these, for good. */
const otherwise = {
  status: 'count cancelled orders too, as paid in full unless another column says otherwise',
  paid: 'count every order as paid in full',
  method: 'count all payments as made by --default-method, or in cash',
  shipping: 'leave it out of what orders come to',
  tax: 'leave it out of what orders come to',
  discount: 'leave it out of what orders come to',
} as const satisfies Partial<Record<TellingKey, string>>

const keys = ['status', 'paid', 'method', 'shipping', 'tax', 'discount'] as const

/**
 * Refuses a file with a column that looks like money of its orders and that nobody named: an order is
 * recorded once, and what was left out of it cannot be added.
 *
 * @throws CliError `USAGE`
 */
export function refuseUnreadMoney(columns: Columns): void {
  const found = new Map<string, (typeof keys)[number]>()
  for (const key of keys) {
    for (const name of lookingLike(columns, key)) if (!found.has(name)) found.set(name, key)
  }
  const [first] = found.values()
  if (first === undefined) return
  const choices = [...found].map(([name, key]) => {
    const word = shellWord(name)
    return `  --${key} ${word} to read it, or --ignore ${word} to ${otherwise[key]}`
  })
  const what = found.size === 1 ? 'a column that looks' : 'columns that look'
  throw new CliError(
    'USAGE',
    `The file has ${what} like the money of orders, and no option names ${found.size === 1 ? 'it' : 'them'}. What is recorded cannot be changed later, so nothing was. Run the same again with\n${choices.join('\n')}`,
    first,
  )
}
