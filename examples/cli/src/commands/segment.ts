import type { SegmentOrPredicate, SegmentWithCount } from '@langganan/core'
import type { Command } from 'commander'
import { addPageOptions, type PageOptions, pageOf } from '../input/page-options.ts'
import { neededPredicate, predicateFrom } from '../input/predicate.ts'
import type { Answer } from '../output/answer.ts'
import { customersAnswer } from '../output/customer-table.ts'
import { oneLine } from '../output/one-line.ts'
import { type Column, tableOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

const columns: readonly Column<SegmentWithCount>[] = [
  { head: 'SEGMENT', cell: ({ name }) => name },
  { head: 'MEMBERS', cell: ({ members }) => String(members), align: 'right' },
  { head: 'WHERE', cell: ({ where }) => JSON.stringify(where), most: 80 },
]

const segmentArgument = 'a predicate in JSON, @FILE, - for stdin, or the name of a saved segment'

export function defineSegment(command: Command): void {
  command.description('Customers who satisfy a predicate now.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db segment count '{"field":"orders","is":">=","value":2}'
  toko --db shop.db segment members '{"all":[{"field":"ltv","is":">=","value":500000},{"window":"open"}]}'
  toko --db shop.db segment create Regulars @regulars.json
  toko --db shop.db segment count Regulars --json

Amounts in predicates are minor units: 1999 is 19.99 in GBP, 55000 is Rp 55.000.`,
  )
  command
    .command('count')
    .description('Counts the customers of a segment.')
    .argument('<segment>', segmentArgument)
    .action((text: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const count = await shop.segments.count(await segmentFrom(text))
        return { json: { count }, text: count.toLocaleString('en-US') }
      }),
    )
  addPageOptions(command.command('members'))
    .description('Lists the customers of a segment.')
    .argument('<segment>', segmentArgument)
    .action((text: string, options: PageOptions, self: Command) =>
      withShop(self, async (session) => {
        const page = await session.shop.segments.members(await segmentFrom(text), pageOf(options))
        return customersAnswer(session, page, 'Nobody belongs to it.')
      }),
    )
  defineSaved(command)
}

function defineSaved(command: Command): void {
  command
    .command('list')
    .description('Lists the saved segments by name, each counted now.')
    .action((_options: unknown, self: Command) => withShop(self, listSegments))
  command
    .command('create')
    .description('Saves a predicate under a name.')
    .argument('<name>', 'its name')
    .argument('<predicate>', 'a predicate in JSON, @FILE or - for stdin')
    .action((name: string, text: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const where = await neededPredicate(text, 'predicate')
        const segment = await shop.segments.create({ name, where })
        const count = await shop.segments.count(segment.id)
        const said = `The segment ${oneLine(segment.name)} is saved; ${count.toLocaleString('en-US')} belong to it now.`
        return { json: segment, text: said }
      }),
    )
  command
    .command('delete')
    .description('Deletes a saved segment; its customers stay.')
    .argument('<segment>', 'name or id of the segment')
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        await shop.segments.delete(reference)
        return { json: { deleted: true }, text: 'The segment is deleted; its customers stay.' }
      }),
    )
}

async function segmentFrom(text: string): Promise<SegmentOrPredicate> {
  return (await predicateFrom(text)) ?? text
}

async function listSegments({ shop }: Session): Promise<Answer> {
  const segments = await shop.segments.list()
  const none = 'There are no saved segments yet. Save one: toko segment create NAME PREDICATE'
  return { json: segments, text: segments.length === 0 ? none : tableOf(columns, segments) }
}
