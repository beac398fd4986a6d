import type { Catalogue, SegmentOrPredicate, Tag } from '@langganan/core'
import { print } from '@langganan/core/segments/text'
import type { Command } from 'commander'
import { withPredicate } from '../errors/in-predicate.ts'
import { customerArgument } from '../input/customer-argument.ts'
import type { Answer } from '../output/answer.ts'
import { type Column, tableOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

interface Rule {
  readonly where?: string
  readonly ltvMin?: string
  readonly ltvMax?: string
}

const tagArgument = 'name or id of the tag'
export function defineTags(command: Command): void {
  command
    .description(
      `Marks on customers, given by hand, by a rule, or both. A rule is a predicate or a range of what they spent
(LTV); it is kept up with every write, and by toko tick where time alone changes it.`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db tags create VIP --ltv-min 5_000_000
  toko --db shop.db tags create 'Needs follow-up' --where 'last activity > 30 days ago'
  toko --db shop.db tags edit VIP --ltv-max none
  toko --db shop.db tags assign Friendly 0812-3456-7890`,
    )
  command
    .command('list')
    .description('Lists the tags by name.')
    .action((_options: unknown, self: Command) => withShop(self, listTags))
  command
    .command('create')
    .description('Makes a tag; with a rule it is given at once to everybody who satisfies it.')
    .argument('<name>', 'its name')
    .option('--where <predicate>', 'whom its rule gives it: text or JSON, @FILE or - for stdin')
    .option('--ltv-min <amount>', 'from this lifetime value on')
    .option('--ltv-max <amount>', 'up to this lifetime value')
    .action((name: string, rule: Rule, self: Command) =>
      withShop(self, async (session) => {
        const { tags } = session.shop
        const tag = await withRule(rule.where, (where) =>
          tags.create({ name, where, ...rangeOf(rule, session) }),
        )
        return tagAnswer(tag, session)
      }),
    )
  command
    .command('edit')
    .description('Changes the name or the range of a tag; what was given by hand stays.')
    .argument('<tag>', tagArgument)
    .option('--name <name>', 'its new name')
    .option(
      '--where <predicate>',
      'its new rule: text or JSON, @FILE or - for stdin; none takes it away',
    )
    .option('--ltv-min <amount>', 'from this lifetime value on; none takes the bound away')
    .option('--ltv-max <amount>', 'up to this lifetime value; none takes the bound away')
    .action((reference: string, options: Rule & { readonly name?: string }, self: Command) =>
      withShop(self, async (session) => {
        const { tags } = session.shop
        const { name, ...rule } = options
        const tag = await withRule(rule.where, (where) =>
          tags.edit(reference, { name, where, ...rangeOf(rule, session) }),
        )
        return tagAnswer(tag, session)
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
    .description('Takes back a tag that was given by hand; what its rule gave stands.')
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
  return { json: tags, text: tags.length === 0 ? none : await tableIn(session, tags) }
}

/** The rule of a tag from its option; `none` takes it away. */
function withRule<T>(
  text: string | undefined,
  work: (where: SegmentOrPredicate | null | undefined) => Promise<T>,
): Promise<T> {
  if (text === undefined) return work(undefined)
  return text === 'none' ? work(null) : withPredicate(text, work)
}

async function tableIn(session: Session, tags: readonly Tag[]): Promise<string> {
  return tableOf(columnsOf(session, await session.shop.segments.catalogue()), tags)
}

function columnsOf({ money }: Session, catalogue: Catalogue): readonly Column<Tag>[] {
  const bound = (minor: number | null) => (minor === null ? '' : money(minor))
  return [
    { head: 'TAG', cell: ({ name }) => name },
    { head: 'LTV FROM', cell: ({ ltvMin }) => bound(ltvMin), align: 'right' },
    { head: 'LTV UP TO', cell: ({ ltvMax }) => bound(ltvMax), align: 'right' },
    { head: 'RULE', cell: (tag) => ruleText(tag, catalogue), most: 60 },
    { head: 'CUSTOMERS', cell: ({ members }) => String(members), align: 'right' },
  ]
}

/** A range of lifetime value has columns of its own. */
function ruleText({ where, ltvMin, ltvMax }: Tag, catalogue: Catalogue): string {
  if (where === null || ltvMin !== null || ltvMax !== null) return ''
  return print(where, catalogue).replaceAll(/\n */g, ' ')
}

async function tagAnswer(tag: Tag, session: Session): Promise<Answer> {
  return { json: tag, text: await tableIn(session, [tag]) }
}

function rangeOf(
  { ltvMin, ltvMax }: Rule,
  { amount }: Session,
): { ltvMin: number | null | undefined; ltvMax: number | null | undefined } {
  const bound = (text: string | undefined, field: string) => {
    if (text === undefined) return undefined
    return text === 'none' ? null : amount(text, field, 'any')
  }
  return { ltvMin: bound(ltvMin, 'ltv-min'), ltvMax: bound(ltvMax, 'ltv-max') }
}
