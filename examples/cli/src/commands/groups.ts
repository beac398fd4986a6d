import type { Group } from '@langganan/core'
import type { Command } from 'commander'
import { addPageOptions, type PageOptions, pageOf } from '../input/page-options.ts'
import type { Answer } from '../output/answer.ts'
import { customersAnswer } from '../output/customer-table.ts'
import { oneLine } from '../output/one-line.ts'
import { type Column, tableOf } from '../output/table.ts'
import { findCustomers } from '../session/find-customer.ts'
import { groupId, withGroup } from '../session/find-group.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

const columns: readonly Column<Group>[] = [
  { head: 'GROUP', cell: ({ name }) => name },
  { head: 'MEMBERS', cell: ({ members }) => String(members), align: 'right' },
]

const groupArgument = 'name or id of the group'
const customersArgument = 'ids, customer numbers, phones or e-mail addresses'

export function defineGroups(command: Command): void {
  command.description('Sets of customers that people put together by hand.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db groups create Reseller
  toko --db shop.db groups add Reseller 17850 0812-3456-7890
  toko --db shop.db groups members Reseller --sort totalSpent`,
  )
  command
    .command('list')
    .description('Lists the groups by name.')
    .action((_options: unknown, self: Command) => withShop(self, listGroups))
  command
    .command('create')
    .description('Makes an empty group.')
    .argument('<name>', 'its name')
    .action((name: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const group = await shop.groups.create({ name })
        const text = `The group ${oneLine(group.name)} is made. Add customers: toko groups add`
        return { json: group, text }
      }),
    )
  command
    .command('rename')
    .description('Gives a group another name.')
    .argument('<group>', groupArgument)
    .argument('<name>', 'its new name')
    .action((reference: string, name: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const group = await withGroup(shop, reference, (group) => shop.groups.rename(group, name))
        return { json: group, text: `The group is called ${oneLine(group.name)} now.` }
      }),
    )
  command
    .command('delete')
    .description('Deletes a group; its customers stay.')
    .argument('<group>', groupArgument)
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        await withGroup(shop, reference, (group) => shop.groups.delete(group))
        return { json: { deleted: true }, text: 'The group is deleted; its customers stay.' }
      }),
    )
  defineMembership(command)
}

function defineMembership(command: Command): void {
  command
    .command('add')
    .description('Adds customers to a group.')
    .argument('<group>', groupArgument)
    .argument('<customers...>', customersArgument)
    .action((group: string, customers: string[], _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const ids = await findCustomers(shop, customers)
        const added = await withGroup(shop, group, (known) => shop.groups.add(known, ids))
        return { json: { added }, text: `${added} added.` }
      }),
    )
  command
    .command('remove')
    .description('Takes customers out of a group.')
    .argument('<group>', groupArgument)
    .argument('<customers...>', customersArgument)
    .action((group: string, customers: string[], _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const ids = await findCustomers(shop, customers)
        const removed = await withGroup(shop, group, (known) => shop.groups.remove(known, ids))
        return { json: { removed }, text: `${removed} taken out.` }
      }),
    )
  addPageOptions(command.command('members'))
    .description('Lists the customers of a group.')
    .argument('<group>', groupArgument)
    .action((reference: string, options: PageOptions, self: Command) =>
      withShop(self, async (session) => {
        const { shop } = session
        const group = await groupId(shop, reference)
        const page = await shop.customers.list({ where: { group }, ...pageOf(options) })
        return customersAnswer(
          session,
          page,
          'The group is empty. Add customers: toko groups add',
          options,
        )
      }),
    )
}

async function listGroups({ shop }: Session): Promise<Answer> {
  const groups = await shop.groups.list()
  const none = 'There are no groups yet. Make one: toko groups create NAME'
  return { json: groups, text: groups.length === 0 ? none : tableOf(columns, groups) }
}
