import type { SegmentChange, SegmentSize, Shop } from '@langganan/core'
import { type Command, Option } from 'commander'
import { parseAt } from '../input/at.ts'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { oneLine } from '../output/one-line.ts'
import { shellWord } from '../output/shell-word.ts'
import { type Column, tableOf } from '../output/table.ts'
import { mostOfWho } from '../output/who.ts'
import { findCustomer } from '../session/find-customer.ts'
import type { Session } from '../session/session.ts'
import { whoAre } from '../session/who-are.ts'
import { withShop } from '../session/with-shop.ts'

const savedSegment = 'name or id of the segment'

interface HistoryOptions {
  readonly customer?: string
  readonly limit?: string
  readonly after?: string
}

interface SizeOptions {
  readonly from: string
  readonly to?: string
  readonly every: 'day' | 'week' | 'month'
}

/** `track`, `untrack`, `history` and `sizes`: a saved segment that is kept up. */
export function defineSegmentTracking(command: Command): void {
  defineTracking(command, 'track', true)
  defineTracking(command, 'untrack', false)
  command
    .command('history')
    .description('Lists who entered a tracked segment and left it, when and why, oldest first.')
    .argument('<segment>', savedSegment)
    .option('--customer <customer>', 'only this one: id, customer number, phone or e-mail address')
    .option('--limit <n>', 'changes on a page, 1 to 1,000 (default: 50)')
    .option('--after <cursor>', 'go on behind the page that ended with this cursor')
    .action((segment: string, options: HistoryOptions, self: Command) =>
      withShop(self, (session) => historyAnswer(segment, options, session)),
    )
  command
    .command('sizes')
    .description(
      'Lists how many members a tracked segment had, day by day, week by week or month by month.',
    )
    .argument('<segment>', savedSegment)
    .requiredOption('--from <day>', 'from this day on, such as 2026-11-01')
    .option('--to <day>', 'up to this instant (default: now)')
    .addOption(
      new Option('--every <length>', 'the size at the end of each')
        .choices(['day', 'week', 'month'])
        .default('day'),
    )
    .action((segment: string, options: SizeOptions, self: Command) =>
      withShop(self, (session) => sizesAnswer(segment, options, session)),
    )
}

function defineTracking(command: Command, name: 'track' | 'untrack', tracked: boolean): void {
  command
    .command(name)
    .description(
      tracked
        ? 'Keeps up who belongs to a saved segment from now on, with history.'
        : 'Ends that; the history stays.',
    )
    .argument('<segment>', savedSegment)
    .action((segment: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const saved = await shop.segments.edit(segment, { tracked })
        const members = await shop.segments.count(saved.id)
        const said = tracked
          ? `${oneLine(saved.name)} is tracked; ${members.toLocaleString('en-US')} belong to it now. Run toko tick now and then, so that what time changes is recorded.`
          : `${oneLine(saved.name)} is tracked no longer; its history stays.`
        return { json: saved, text: said }
      }),
    )
}

async function historyAnswer(
  segment: string,
  { customer, limit, after }: HistoryOptions,
  session: Session,
): Promise<Answer> {
  const { shop } = session
  const { rows, next } = await shop.segments.history(segment, {
    customer: customer === undefined ? undefined : await findCustomer(shop, customer),
    limit: limit === undefined ? undefined : wholeNumber(limit, 'limit'),
    after,
  })
  const names = await whoAre(
    shop,
    rows.map(({ customer }) => customer),
  )
  const columns: readonly Column<SegmentChange>[] = [
    { head: 'WHEN', cell: ({ at }) => session.time(at) },
    { head: 'CUSTOMER', cell: (row) => names.get(row.customer) ?? row.customer, most: mostOfWho },
    { head: 'CHANGE', cell: ({ change }) => change },
    { head: 'BY', cell: ({ cause }) => cause },
    {
      head: 'NOTICED',
      cell: ({ at, recordedAt }) =>
        recordedAt.getTime() === at.getTime() ? '' : session.time(recordedAt),
    },
  ]
  const more = next === null ? '' : `\n\nMore: --after ${shellWord(next)}`
  const text =
    rows.length === 0 ? await nothingOf(segment, shop) : `${tableOf(columns, rows)}${more}`
  return { json: { rows, next }, text }
}

async function nothingOf(segment: string, { segments }: Shop): Promise<string> {
  const { tracked } = await segments.get(segment)
  return tracked
    ? 'Nobody entered it yet, or left it.'
    : 'The segment is not tracked, so nothing is recorded. Track it: toko segment track NAME'
}

async function sizesAnswer(
  segment: string,
  { from, to, every }: SizeOptions,
  { shop, time }: Session,
): Promise<Answer> {
  const sizes = await shop.segments.sizes(segment, {
    from: new Date(parseAt(from, shop.timeZone, 'from')),
    to: to === undefined ? undefined : new Date(parseAt(to, shop.timeZone, 'to')),
    every,
  })
  const columns: readonly Column<SegmentSize>[] = [
    { head: 'UNTIL', cell: ({ at }) => time(at) },
    { head: 'MEMBERS', cell: ({ members }) => members.toLocaleString('en-US'), align: 'right' },
  ]
  return {
    json: sizes,
    text: sizes.length === 0 ? await nothingOf(segment, shop) : tableOf(columns, sizes),
  }
}
