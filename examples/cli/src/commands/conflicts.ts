import type { Conflict } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { customerArgument } from '../input/customer-argument.ts'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { shellWord } from '../output/shell-word.ts'
import { type Column, tableOf } from '../output/table.ts'
import { mostOfWho } from '../output/who.ts'
import { findCustomers } from '../session/find-customer.ts'
import type { Session } from '../session/session.ts'
import { whoAre } from '../session/who-are.ts'
import { withShop } from '../session/with-shop.ts'

interface ListOptions {
  readonly limit?: string
  readonly after?: string
}

export function defineConflicts(command: Command): void {
  command
    .description(
      `Customers who may be one person: something was told of two as of one, such as one WhatsApp account with the
numbers of both. Nothing is merged by itself.`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db conflicts list
  toko --db shop.db conflicts dismiss 0812-3456-7890 0857-1111-2222`,
    )
  command
    .command('list')
    .description('Lists the pairs that nobody has looked at.')
    .option('--limit <n>', 'pairs on a page, 1 to 1,000 (default: 50)')
    .option('--after <cursor>', 'go on behind the page that ended with this cursor')
    .action((options: ListOptions, self: Command) =>
      withShop(self, (session) => listConflicts(session, options)),
    )
  command
    .command('dismiss')
    .description('Says that these are different people; it holds for what is told later, too.')
    .argument('<customers...>', `two or more: ${customerArgument}`)
    .action((customers: string[], _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const ids = new Set(await findCustomers(shop, customers))
        if (ids.size < 2) throw onlyOne()
        const conflicts = await shop.conflicts.dismiss({ customers: [...ids] })
        return { json: conflicts, text: 'They are kept for different people from now on.' }
      }),
    )
}

async function listConflicts(session: Session, { limit, after }: ListOptions): Promise<Answer> {
  const { shop, time } = session
  const most = limit === undefined ? undefined : wholeNumber(limit, 'limit')
  const page = await shop.conflicts.list({ limit: most, after })
  const { rows, next } = page
  if (rows.length === 0) return { json: page, text: 'No two customers wait for a look.' }
  const known = await whoAre(
    shop,
    rows.flatMap(({ customers }) => customers),
  )
  const columns: readonly Column<Conflict>[] = [
    { head: 'CUSTOMER', cell: ({ customers: [one] }) => known.get(one) ?? one, most: mostOfWho },
    {
      head: 'MAY ALSO BE',
      cell: ({ customers: [, other] }) => known.get(other) ?? other,
      most: mostOfWho,
    },
    { head: 'FOUND', cell: ({ foundAt }) => time(foundAt) },
  ]
  const more = next === null ? '' : `\n\nThere are more: --after ${shellWord(next)}`
  const look =
    'Look at both with toko customers show; if they are two people: toko conflicts dismiss ONE OTHER'
  return { json: page, text: `${tableOf(columns, rows)}${more}\n\n${look}` }
}

function onlyOne(): CliError {
  return new CliError('USAGE', 'Name two customers or more who are different people.', 'customers')
}
