import type {
  LabelAgent,
  LabelMove,
  LabelOrigin,
  LabelReport,
  LabelReportInput,
} from '@langganan/core'
import type { Command } from 'commander'
import { addRangeOptions, type RangeOptions, withRange } from '../input/range.ts'
import type { Answer } from '../output/answer.ts'
import { type Column, tableOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

/** One question of the report on labels. */
interface Question<R> {
  readonly name: string
  readonly description: string
  /** Days before the end from which it looks where nothing is said; without it from the beginning. */
  readonly usualDays?: number
  readonly rows: (report: LabelReport) => readonly R[]
  readonly columns: (session: Session) => readonly Column<R>[]
  readonly none: string
}

/** `movement`, `agents` and `sources`: what became of labels. */
export function defineLabelReports(command: Command): void {
  defineQuestion<LabelMove>(command, {
    name: 'movement',
    description:
      'Shows from which label to which customers moved, of those at the beginning and at the end of a time.',
    usualDays: 30,
    // Who stayed is a move of the report, and the least of the news.
    rows: ({ movement }) => [...movement].sort((a, b) => Number(isStay(a)) - Number(isStay(b))),
    columns: () => [
      { head: 'FROM', cell: ({ from }) => from?.name ?? 'none' },
      { head: 'TO', cell: (move) => (isStay(move) ? 'stayed' : (move.to?.name ?? 'none')) },
      { head: 'CUSTOMERS', cell: ({ customers }) => counted(customers), align: 'right' },
    ],
    none: 'Nobody had a label at either end of that time.',
  })
  defineQuestion<LabelAgent>(command, {
    name: 'agents',
    description:
      'Shows what came of those whom each of the staff gave a label: how many have paid an order, and what they spent.',
    rows: ({ agents }) => agents,
    columns: ({ money }) => [
      { head: 'LABEL', cell: ({ label }) => label.name },
      { head: 'PUT ON BY', cell: ({ by }) => by ?? 'not told' },
      { head: 'CUSTOMERS', cell: ({ customers }) => counted(customers), align: 'right' },
      { head: 'HAVE PAID', cell: ({ productive }) => counted(productive), align: 'right' },
      {
        head: 'SHARE',
        cell: ({ conversion }) => `${Math.round(conversion * 100)} %`,
        align: 'right',
      },
      { head: 'SPENT', cell: ({ ltv }) => money(ltv), align: 'right' },
    ],
    none: 'Nobody was given a label in that time.',
  })
  defineQuestion<LabelOrigin>(command, {
    name: 'sources',
    description: 'Shows where those came from who were given each label: source and campaign.',
    rows: ({ origins }) => origins,
    columns: () => [
      { head: 'LABEL', cell: ({ label }) => label.name },
      { head: 'CAME FROM', cell: ({ source }) => source ?? 'not known' },
      { head: 'CAMPAIGN', cell: ({ campaign }) => campaign ?? '' },
      { head: 'CUSTOMERS', cell: ({ customers }) => counted(customers), align: 'right' },
    ],
    none: 'Nobody was given a label in that time.',
  })
}

function defineQuestion<R>(command: Command, question: Question<R>): void {
  const { name, description, usualDays } = question
  const usualFrom = usualDays === undefined ? 'the beginning' : `${usualDays} days before`
  addRangeOptions(command.command(name), usualFrom)
    .description(description)
    .action((options: RangeOptions, self: Command) =>
      withShop(self, (session) =>
        withRange(options, session, (range) => answerOf(session, question, range)),
      ),
    )
}

const day = 86_400_000

async function answerOf<R>(
  session: Session,
  { usualDays, rows: rowsOf, columns, none }: Question<R>,
  { from, to, where }: LabelReportInput,
): Promise<Answer> {
  const end = to ?? new Date(session.now())
  const usual = usualDays === undefined ? undefined : new Date(end.getTime() - usualDays * day)
  const report = await session.shop.reports.labels({ from: from ?? usual, to: end, where })
  const rows = rowsOf(report)
  const begin = from ?? usual
  const when = begin === undefined ? 'Up to' : `From ${session.time(begin)} to`
  return {
    json: { from: report.from, to: report.to, rows },
    text: `${when} ${session.time(end)}\n\n${rows.length === 0 ? none : tableOf(columns(session), rows)}`,
  }
}

function isStay({ from, to }: LabelMove): boolean {
  return from !== null && from.id === to?.id
}

function counted(count: number): string {
  return count.toLocaleString('en-US')
}
