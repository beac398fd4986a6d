import type { Tag } from '@langganan/core'
import type { Command } from 'commander'
import type { Answer } from '../output/answer.ts'
import { type Column, tableOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

interface Bounds {
  readonly ltvMin?: string
  readonly ltvMax?: string
}

const tagArgument = 'name or id of the tag'
const customerArgument = 'id, customer number, phone or e-mail address'

export function defineTags(command: Command): void {
  command
    .description(
      `Marks on customers, given by hand, by a range of what they spent (LTV), or both. A range is kept up with
every order, payment and refund.`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db tags create VIP --ltv-min 5_000_000
  toko --db shop.db tags edit VIP --ltv-max none
  toko --db shop.db tags assign Friendly 0812-3456-7890`,
    )
  command
    .command('list')
    .description('Lists the tags by name.')
    .action((_options: unknown, self: Command) => withShop(self, listTags))
  command
    .command('create')
    .description('Makes a tag; with a bound it is given at once to everybody in the range.')
    .argument('<name>', 'its name')
    .option('--ltv-min <amount>', 'from this lifetime value on')
    .option('--ltv-max <amount>', 'up to this lifetime value')
    .action((name: string, bounds: Bounds, self: Command) =>
      withShop(self, async (session) => {
        const tag = await session.shop.tags.create({ name, ...rangeOf(bounds, session) })
        return tagAnswer(tag, session)
      }),
    )
  command
    .command('edit')
    .description('Changes the name or the range of a tag; what was given by hand stays.')
    .argument('<tag>', tagArgument)
    .option('--name <name>', 'its new name')
    .option('--ltv-min <amount>', 'from this lifetime value on; none takes the bound away')
    .option('--ltv-max <amount>', 'up to this lifetime value; none takes the bound away')
    .action((reference: string, options: Bounds & { readonly name?: string }, self: Command) =>
      withShop(self, async (session) => {
        const { name } = options
        const changes = { name, ...rangeOf(options, session) }
        return tagAnswer(await session.shop.tags.edit(reference, changes), session)
      }),
    )
  command
    .command('delete')
    .description('Deletes a tag; its customers stay.')
    .argument('<tag>', tagArgument)
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        await shop.tags.delete(reference)
        return { json: { deleted: true }, text: 'The tag is deleted; its customers stay.' }
      }),
    )
  defineAssignment(command)
}

function defineAssignment(command: Command): void {
  command
    .command('assign')
    .description('Gives a tag to a customer by hand.')
    .argument('<tag>', tagArgument)
    .argument('<customer>', customerArgument)
    .action((tag: string, customer: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        await shop.tags.assign(tag, await findCustomer(shop, customer))
        return { json: { assigned: true }, text: 'The customer has the tag.' }
      }),
    )
  command
    .command('unassign')
    .description('Takes back a tag that was given by hand; what its range gave stands.')
    .argument('<tag>', tagArgument)
    .argument('<customer>', customerArgument)
    .action((tag: string, customer: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        await shop.tags.unassign(tag, await findCustomer(shop, customer))
        return { json: { unassigned: true }, text: 'The tag is no longer given by hand.' }
      }),
    )
}

async function listTags(session: Session): Promise<Answer> {
  const tags = await session.shop.tags.list()
  const none = 'There are no tags yet. Make one: toko tags create VIP --ltv-min 5_000_000'
  return { json: tags, text: tags.length === 0 ? none : tableOf(columnsOf(session), tags) }
}

function columnsOf({ money }: Session): readonly Column<Tag>[] {
  const bound = (minor: number | null) => (minor === null ? '' : money(minor))
  return [
    { head: 'TAG', cell: ({ name }) => name },
    { head: 'LTV FROM', cell: ({ ltvMin }) => bound(ltvMin), align: 'right' },
    { head: 'LTV UP TO', cell: ({ ltvMax }) => bound(ltvMax), align: 'right' },
    { head: 'CUSTOMERS', cell: ({ members }) => String(members), align: 'right' },
  ]
}

function tagAnswer(tag: Tag, session: Session): Answer {
  return { json: tag, text: tableOf(columnsOf(session), [tag]) }
}

function rangeOf(
  { ltvMin, ltvMax }: Bounds,
  { amount }: Session,
): { ltvMin: number | null | undefined; ltvMax: number | null | undefined } {
  const bound = (text: string | undefined, field: string) => {
    if (text === undefined) return undefined
    return text === 'none' ? null : amount(text, field, 'any')
  }
  return { ltvMin: bound(ltvMin, 'ltv-min'), ltvMax: bound(ltvMax, 'ltv-max') }
}
