import type { Catalogue, SegmentWithCount, Shop } from '@langganan/core'
import { print } from '@langganan/core/segments/text'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { withPredicate, withSegment } from '../errors/in-predicate.ts'
import { whileFree } from '../errors/name-taken.ts'
import { oneOf } from '../input/one-of.ts'
import { addPageOptions, type PageOptions, pageOf } from '../input/page-options.ts'
import type { Answer } from '../output/answer.ts'
import { customersAnswer } from '../output/customer-table.ts'
import { oneLine } from '../output/one-line.ts'
import { predicateColumns } from '../output/predicate-columns.ts'
import { type Column, tableOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'
import { defineSegmentReasons, segmentArgument } from './segment-reasons.ts'
import { defineSegmentTracking } from './segment-tracking.ts'

const columnsBy = (catalogue: Catalogue): readonly Column<SegmentWithCount>[] => [
  { head: 'SEGMENT', cell: ({ name }) => name },
  { head: 'TRACKED', cell: ({ tracked }) => (tracked ? 'yes' : '') },
  { head: 'MEMBERS', cell: ({ members }) => String(members), align: 'right' },
  {
    head: 'WHERE',
    cell: ({ where }) => print(where, catalogue).replaceAll(/\n */g, ' '),
    most: 80,
  },
]

export function defineSegment(command: Command): void {
  command.description('Customers who satisfy a predicate now.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db segment count 'orders >= 2 and not archived'
  toko --db shop.db segment members 'ltv >= 500_000 and window is open'
  toko --db shop.db segment explain 'last purchase > 60 days ago' 0812-3456-7890
  toko --db shop.db segment count '{"field":"orders","is":">=","value":2}'
  toko --db shop.db segment create Regulars @regulars.json
  toko --db shop.db segment count Regulars --json
  toko --db shop.db segment edit Regulars --name Loyal --where @loyal.json
  toko --db shop.db segment create Quiet 'last purchase > 60 days ago' --track
  toko --db shop.db segment history Quiet

Amounts in texts are written as people do, 19.99 or 55_000; in JSON they are minor units: 1999 is 19.99 in GBP.`,
  )
  command
    .command('count')
    .description('Counts the customers of a segment.')
    .argument('<segment>', segmentArgument)
    .action((text: string, _options: unknown, self: Command) =>
      withShop(self, async (session) => {
        const { segments } = session.shop
        const count = await withSegment(text, session, (segment) => segments.count(segment))
        return { json: { count }, text: count.toLocaleString('en-US') }
      }),
    )
  addPageOptions(command.command('members'))
    .description('Lists the customers of a segment.')
    .argument('<segment>', segmentArgument)
    .action((text: string, options: PageOptions, self: Command) =>
      withShop(self, async (session) => {
        const { segments } = session.shop
        return withSegment(text, session, async (segment) => {
          const page = await segments.members(segment, pageOf(options))
          const spokenOf = await predicateColumns(session, segment)
          return customersAnswer(session, page, 'Nobody belongs to it.', { ...options, spokenOf })
        })
      }),
    )
  defineSegmentReasons(command)
  defineSaved(command)
  defineSegmentTracking(command)
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
    .argument('[predicate]', 'a predicate as text or in JSON, @FILE or - for stdin')
    .option('--where <predicate>', 'the same, as an option')
    .option('--track', 'keep up who belongs, with history')
    .action((name: string, text: string | undefined, options: NewSegment, self: Command) =>
      withShop(self, async ({ shop }) => {
        const { where: other, track: tracked } = options
        const given = oneOf(text, other)
        if (given === undefined) throw noPredicate()
        const segment = await withPredicate(given, (where) =>
          whileFree(name, 'segment', () => shop.segments.create({ name, where, tracked })),
        )
        const count = await shop.segments.count(segment.id)
        const said = `The segment ${oneLine(segment.name)} is saved; ${count.toLocaleString('en-US')} belong to it now.`
        return { json: segment, text: said }
      }),
    )
  command
    .command('edit')
    .description('Changes the name or the predicate of a saved segment.')
    .argument('<segment>', 'name or id of the segment')
    .option('--name <name>', 'its new name')
    .option('--where <predicate>', 'its new predicate as text or in JSON, @FILE or - for stdin')
    .action((reference: string, options: SegmentChanges, self: Command) =>
      withShop(self, async ({ shop }) => {
        const { name, where: text } = options
        if (name === undefined && text === undefined) throw nothingToChange()
        const renamed = name === undefined ? {} : { name }
        const segment =
          text === undefined
            ? await shop.segments.edit(reference, renamed)
            : await withPredicate(text, (where) =>
                shop.segments.edit(reference, { ...renamed, where }),
              )
        const count = await shop.segments.count(segment.id)
        return { json: segment, text: await tableIn(shop, [{ ...segment, members: count }]) }
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

interface NewSegment {
  readonly where?: string
  readonly track?: true
}

interface SegmentChanges {
  readonly name?: string
  readonly where?: string
}

function noPredicate(): CliError {
  return new CliError(
    'USAGE',
    'Say who belongs to it: toko segment create NAME "orders >= 2", or --where with the same.',
    'predicate',
  )
}

function nothingToChange(): CliError {
  return new CliError('USAGE', 'Say what to change: --name, --where or both.')
}

async function listSegments({ shop }: Session): Promise<Answer> {
  const segments = await shop.segments.list()
  const none = 'There are no saved segments yet. Save one: toko segment create NAME PREDICATE'
  if (segments.length === 0) return { json: segments, text: none }
  return { json: segments, text: await tableIn(shop, segments) }
}

async function tableIn(shop: Shop, segments: readonly SegmentWithCount[]): Promise<string> {
  return tableOf(columnsBy(await shop.segments.catalogue()), segments)
}
