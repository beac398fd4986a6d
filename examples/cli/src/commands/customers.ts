import type { Customer, Shop } from '@langganan/core'
import type { Command } from 'commander'
import { withPredicate } from '../errors/in-predicate.ts'
import { customerArgument } from '../input/customer-argument.ts'
import {
  addColumnOptions,
  addPageOptions,
  type PageOptions,
  pageOf,
} from '../input/page-options.ts'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { type ColumnOptions, referenceOf } from '../output/customer-columns.ts'
import { customersAnswer } from '../output/customer-table.ts'
import { predicateColumns } from '../output/predicate-columns.ts'
import { whoText } from '../output/who.ts'
import { findCustomer } from '../session/find-customer.ts'
import { findView } from '../session/find-view.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'
import { showCustomer } from './customer-card.ts'
import { defineCustomerChanges } from './customer-changes.ts'

export function defineCustomers(command: Command): void {
  command.description('Who the customers are.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db customers add Sari --phone 0812-3456-7890 --city Bandung
  toko --db shop.db customers list --sort totalSpent --limit 10
  toko --db shop.db customers list --where 'city = "bandung" and orders >= 1'
  toko --db shop.db customers list --where 'orders = 0' --columns name,chat,first-contact,acquisition
  toko --db shop.db customers list --view Debtors
  toko --db shop.db customers search sari
  toko --db shop.db customers show 0812-3456-7890
  toko --db shop.db customers reassign C-17 0812-3456-7890`,
  )
  addPageOptions(command.command('list'))
    .description('Lists customers.')
    .option('--where <predicate>', 'only those who satisfy it: text, JSON, @FILE or - for stdin')
    .option('--view <view>', 'only those of a saved view, as it shows them: its name or id')
    .action((options: ListOptions, self: Command) =>
      withShop(self, (session) => listAnswer(session, options)),
    )
  addColumnOptions(command.command('search'))
    .description(
      'Finds customers by a part of the name, a phone in any form, an e-mail address or a number.',
    )
    .argument('<text>', 'what to look for')
    .option('--limit <n>', 'customers at most (default: 20)')
    .action((text: string, { limit, columns }: SearchOptions, self: Command) =>
      withShop(self, async (session) => {
        const most = limit === undefined ? usualFound : wholeNumber(limit, 'limit')
        // One more than is shown says whether there are more.
        const found = await session.shop.customers.search(text, {
          limit: Math.max(most, Math.min(most + 1, mostFound)),
        })
        const rows = found.slice(0, most)
        const none = 'Nobody was found. Try a part of the name, or the digits of a phone.'
        const { text: table } = customersAnswer(session, { rows, next: null }, none, { columns })
        const more = `\n\nThere are more: say more of the name or number, or --limit ${Math.min(most * 5, mostFound)}`
        return { json: rows, text: found.length > most ? table + more : table }
      }),
    )
  command
    .command('show')
    .description('Shows all about one customer.')
    .argument('<customer>', customerArgument)
    .action((customer: string, _options: unknown, self: Command) =>
      withShop(self, async (session) =>
        showCustomer(session, await findCustomer(session.shop, customer)),
      ),
    )
  defineCustomerChanges(command)
  defineStanding(command)
}

interface ListOptions extends PageOptions {
  readonly where?: string
  readonly view?: string
}

async function listAnswer(session: Session, options: ListOptions): Promise<Answer> {
  const { customers } = session.shop
  const { view, where: text } = options
  const saved = view === undefined ? undefined : await findView(session.shop, view)
  const sort = options.sort ?? saved?.sort ?? undefined
  const page = { ...pageOf({ ...options, sort: sort ?? 'name' }), view }
  const ofView = saved === undefined ? [] : await predicateColumns(session, saved.where)
  if (text === undefined) {
    const none = view === undefined ? noCustomers : 'The view shows nobody now.'
    const shown = { ...options, sort, spokenOf: ofView }
    return customersAnswer(session, await customers.list(page), none, shown)
  }
  return withPredicate(text, async (where) => {
    const found = await customers.list({ ...page, where })
    const spokenOf = [...(await predicateColumns(session, where)), ...ofView]
    const shown = { ...options, sort, spokenOf }
    return customersAnswer(session, found, 'Nobody satisfies the predicate.', shown)
  })
}

interface SearchOptions extends ColumnOptions {
  readonly limit?: string
}

/** Found customers that are shown, and the most that the shop gives at once. */
const usualFound = 20
const mostFound = 1_000

const noCustomers =
  'There are no customers yet. Add one: toko customers add NAME --phone PHONE, or import orders: toko import orders FILE'

function defineStanding(command: Command): void {
  command
    .command('archive')
    .description('Puts a customer away: hidden from offers, with everything kept.')
    .argument('<customer>', customerArgument)
    .action((customer: string, _options: unknown, self: Command) =>
      changeStanding(self, customer, 'archived', ({ customers }, id) => customers.archive(id)),
    )
  command
    .command('restore')
    .alias('unarchive')
    .description('Takes a customer out of the archive.')
    .argument('<customer>', customerArgument)
    .action((customer: string, _options: unknown, self: Command) =>
      changeStanding(self, customer, 'restored', ({ customers }, id) => customers.restore(id)),
    )
  command
    .command('reassign')
    .description(
      "Takes a number from a customer that is somebody else's now: whoever writes from it next is somebody new. History, debts and consents stay.",
    )
    .argument('<customer>', customerArgument)
    .argument('<number>', 'the number that the customer lost')
    .action((customer: string, number: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const id = await findCustomer(shop, customer)
        const changed = await shop.customers.reassignNumber(id, number)
        const text = `The number is nobody's now. What ${whoText(changed)} bought and owes stays as it was.`
        return { json: changed, text }
      }),
    )
  command
    .command('delete')
    .description('Deletes a customer without orders; one with orders can be archived.')
    .argument('<customer>', customerArgument)
    .action((customer: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const id = await findCustomer(shop, customer)
        await shop.customers.delete(id)
        return { json: { deleted: id }, text: 'The customer is deleted.' }
      }),
    )
}

function changeStanding(
  command: Command,
  customer: string,
  done: string,
  change: (shop: Shop, id: string) => Promise<Customer>,
): Promise<void> {
  return withShop(command, async ({ shop }): Promise<Answer> => {
    const changed = await change(shop, await findCustomer(shop, customer))
    return { json: changed, text: `Customer ${referenceOf(changed)} is ${done}.` }
  })
}
