import type { Label, LabelColumn, LabelContact } from '@langganan/core'
import type { Command } from 'commander'
import { withPredicate } from '../errors/in-predicate.ts'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { oneLine } from '../output/one-line.ts'
import { styleFor } from '../output/style.ts'
import { type Column, tableOf } from '../output/table.ts'
import { mostOfWho } from '../output/who.ts'
import { labelsMeant, noLabel } from '../session/find-label.ts'
import type { Session } from '../session/session.ts'
import { whoAre } from '../session/who-are.ts'
import { withShop } from '../session/with-shop.ts'

interface BoardOptions {
  readonly where?: string
  readonly limit?: string
}

/** Customers shown of each label. */
const usualLatest = 5

const noLabels =
  'There are no labels yet. A bridge to WhatsApp tells of them (docs/guides/label-bridge.md), or put on one of your own: toko labels set LABEL CUSTOMER'

/** `list` and `board`: which labels there are, and who has them now. */
export function defineLabelBoard(command: Command): void {
  command
    .command('list')
    .description('Lists the labels by name, with how many have each now.')
    .action((_options: unknown, self: Command) => withShop(self, listLabels))
  command
    .command('board')
    .description('Shows every label that exists with those who have it now, the latest first.')
    .argument('[label]', 'this label alone: its name or id')
    .option('--limit <n>', `customers of each label, 1 to 1,000 (default: ${usualLatest})`)
    .option('--where <predicate>', 'only of those who satisfy it: text, JSON, @FILE or - for stdin')
    .action((label: string | undefined, options: BoardOptions, self: Command) =>
      withShop(self, (session) => boardAnswer(session, label, options)),
    )
}

async function listLabels({ shop, time }: Session): Promise<Answer> {
  const labels = await shop.labels.list()
  const board = await shop.labels.board({ limit: 1 })
  const contacts = new Map(board.map((column) => [column.id, column.contacts]))
  const rows = labels.map((label) => ({ ...label, contacts: contacts.get(label.id) ?? 0 }))
  const columns: readonly Column<Label & { readonly contacts: number }>[] = [
    { head: 'LABEL', cell: ({ name }) => name },
    { head: 'SOURCE', cell: ({ source }) => source },
    {
      head: 'CUSTOMERS',
      cell: ({ contacts: have }) => have.toLocaleString('en-US'),
      align: 'right',
    },
    { head: 'DELETED', cell: ({ deletedAt }) => time(deletedAt) },
  ]
  return { json: rows, text: rows.length === 0 ? noLabels : tableOf(columns, rows) }
}

async function boardAnswer(
  session: Session,
  label: string | undefined,
  { where, limit }: BoardOptions,
): Promise<Answer> {
  const { labels } = session.shop
  const most = limit === undefined ? usualLatest : wholeNumber(limit, 'limit')
  const all =
    where === undefined
      ? await labels.board({ limit: most })
      : await withPredicate(where, (predicate) => labels.board({ where: predicate, limit: most }))
  const board = label === undefined ? all : await boardOf(label, all, session)
  return { json: board, text: board.length === 0 ? noLabels : await boardText(board, session) }
}

async function boardOf(
  reference: string,
  board: readonly LabelColumn[],
  { shop }: Session,
): Promise<readonly LabelColumn[]> {
  const labels = await shop.labels.list()
  const meant = new Set(labelsMeant(labels, reference).map(({ id }) => id))
  const found = board.filter(({ id }) => meant.has(id))
  if (found.length === 0) throw noLabel(labels, reference)
  return found
}

async function boardText(board: readonly LabelColumn[], session: Session): Promise<string> {
  const known = await whoAre(
    session.shop,
    board.flatMap(({ latest }) => latest.map(({ customer }) => customer)),
  )
  const columns: readonly Column<LabelContact>[] = [
    { head: 'SINCE', cell: ({ since }) => session.time(since), stays: true },
    {
      head: 'CUSTOMER',
      cell: ({ customer, name }) => known.get(customer) ?? name,
      most: mostOfWho,
    },
    { head: 'PUT ON BY', cell: ({ by }) => by ?? '' },
  ]
  const { bold } = styleFor(process.stdout)
  const isFromOne = new Set(board.map(({ source }) => source)).size === 1
  const parts = board.map(({ name, source, contacts, latest }) => {
    const called = isFromOne ? oneLine(name) : `${oneLine(name)} (${oneLine(source)})`
    const head = `${bold(called)}: ${countText(contacts)}`
    if (latest.length === 0) return head
    const more = contacts - latest.length
    const rest = more > 0 ? `\n  and ${more.toLocaleString('en-US')} more` : ''
    return `${head}\n${indented(tableOf(columns, latest))}${rest}`
  })
  return parts.join('\n\n')
}

function countText(contacts: number): string {
  if (contacts === 0) return 'nobody'
  return `${contacts.toLocaleString('en-US')} ${contacts === 1 ? 'customer' : 'customers'}`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
