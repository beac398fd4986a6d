import type { Customer, Shop } from '@langganan/core'
import type { Command } from 'commander'
import { addPageOptions, type PageOptions, pageOf } from '../input/page-options.ts'
import { predicateFrom } from '../input/predicate.ts'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { customersAnswer, referenceOf } from '../output/customer-table.ts'
import { findCustomer } from '../session/find-customer.ts'
import { withShop } from '../session/with-shop.ts'
import { showCustomer } from './customer-card.ts'
import { defineCustomerChanges } from './customer-changes.ts'

export const customerArgument = 'id, customer number, phone or e-mail address'

export function defineCustomers(command: Command): void {
  command.description('Who the customers are.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db customers add Sari --phone 0812-3456-7890 --city Bandung
  toko --db shop.db customers list --sort totalSpent --limit 10
  toko --db shop.db customers list --where 'city = "bandung" and orders >= 1'
  toko --db shop.db customers search sari
  toko --db shop.db customers show 0812-3456-7890`,
  )
  addPageOptions(command.command('list'))
    .description('Lists customers.')
    .option('--where <predicate>', 'only those who satisfy it: text, JSON, @FILE or - for stdin')
    .action((options: PageOptions & { readonly where?: string }, self: Command) =>
      withShop(self, async (session) => {
        const where =
          options.where === undefined ? {} : { where: await predicateFrom(options.where) }
        const page = await session.shop.customers.list({
          ...pageOf(options),
          sort: options.sort ?? 'name',
          ...where,
        })
        const none = 'where' in where ? 'Nobody satisfies the predicate.' : noCustomers
        return customersAnswer(session, page, none)
      }),
    )
  command
    .command('search')
    .description(
      'Finds customers by a part of the name, a phone in any form, an e-mail address or a number.',
    )
    .argument('<text>', 'what to look for')
    .option('--limit <n>', 'customers at most (default: 20)')
    .action((text: string, { limit }: { readonly limit?: string }, self: Command) =>
      withShop(self, async (session) => {
        const most = limit === undefined ? {} : { limit: wholeNumber(limit, 'limit') }
        const rows = await session.shop.customers.search(text, most)
        const none = 'Nobody was found. Try a part of the name, or the digits of a phone.'
        const { text: table } = customersAnswer(session, { rows, next: null }, none)
        return { json: rows, text: table }
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
    .description('Takes a customer out of the archive.')
    .argument('<customer>', customerArgument)
    .action((customer: string, _options: unknown, self: Command) =>
      changeStanding(self, customer, 'restored', ({ customers }, id) => customers.restore(id)),
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
