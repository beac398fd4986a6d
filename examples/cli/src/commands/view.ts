import type { Catalogue, SegmentOrPredicate, Shop, View, ViewChangesInput } from '@langganan/core'
import { print } from '@langganan/core/segments/text'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { withSegment } from '../errors/in-predicate.ts'
import { whileFree } from '../errors/name-taken.ts'
import { collect } from '../input/collect.ts'
import { oneOf } from '../input/one-of.ts'
import { addSortOptions, type PageOptions } from '../input/page-options.ts'
import type { Answer } from '../output/answer.ts'
import { columnNames, columnsIn, optionOfColumn } from '../output/customer-columns.ts'
import { oneLine } from '../output/one-line.ts'
import { shellWord } from '../output/shell-word.ts'
import { type Column, fieldsOf, tableOf } from '../output/table.ts'
import { findView } from '../session/find-view.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

const savedView = 'name or id of the view'

const clearable = ['columns', 'sort', 'direction'] as const

interface ViewOptions extends Pick<PageOptions, 'columns' | 'sort' | 'direction'> {
  readonly where?: string
}

interface EditOptions extends ViewOptions {
  readonly name?: string
  readonly clear?: readonly string[]
}

export function defineView(command: Command): void {
  command.description('Saved lists of customers: whom, which columns, in which order.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db view create Debtors --where 'balance > 0' --columns name,chat,balance --sort balance
  toko --db shop.db customers list --view Debtors
  toko --db shop.db customers list --view Debtors --where 'overdue by > 30 days' --json
  toko --db shop.db view edit Debtors --columns customer,name,balance,last-activity
  toko --db shop.db view edit Debtors --clear columns`,
  )
  addViewOptions(command.command('create'))
    .description('Saves a list under a name; customers list --view shows it.')
    .argument('<name>', 'its name')
    .argument('[segment]', 'whom it shows, as --where says it')
    .action((name: string, segment: string | undefined, options: ViewOptions, self: Command) =>
      withShop(self, async (session) => {
        const view = await withWhere(oneOf(segment, options.where), session, (where) =>
          whileFree(name, 'view', () =>
            session.shop.views.create({ name, where, ...lookOf(options) }),
          ),
        )
        const said = `The view ${oneLine(view.name)} is saved. Show it: toko customers list --view ${shellWord(view.name)}`
        return { json: view, text: said }
      }),
    )
  command
    .command('list')
    .description('Lists the saved views by name.')
    .action((_options: unknown, self: Command) => withShop(self, listViews))
  command
    .command('show')
    .description('Shows what a view says; customers list --view shows its customers.')
    .argument('<view>', savedView)
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => viewAnswer(await findView(shop, reference), shop)),
    )
  addViewOptions(command.command('edit'))
    .description('Changes what is given of a view.')
    .argument('<view>', savedView)
    .option('--name <name>', 'its new name')
    .option('--clear <part>', `takes it away: ${clearable.join(', ')}`, collect)
    .action((reference: string, options: EditOptions, self: Command) =>
      withShop(self, async (session) => {
        const changes = changesOf(options)
        const { shop } = session
        await findView(shop, reference)
        const view = await withWhere(options.where, session, (where) =>
          shop.views.edit(reference, { ...changes, where }),
        )
        return viewAnswer(view, shop)
      }),
    )
  command
    .command('delete')
    .description('Deletes a saved view; its customers stay.')
    .argument('<view>', savedView)
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        await shop.views.delete((await findView(shop, reference)).id)
        return { json: { deleted: true }, text: 'The view is deleted; its customers stay.' }
      }),
    )
}

function addViewOptions(command: Command): Command {
  return addSortOptions(command)
    .option(
      '--where <segment>',
      'whom it shows: a predicate as text or in JSON, @FILE, - for stdin, or the name of a saved segment',
    )
    .option('--columns <names>', `which columns, with commas between them: ${columnNames}`)
}

/** Does the work with whom the view shows, where that is said. */
async function withWhere<T>(
  text: string | undefined,
  session: Session,
  work: (where: SegmentOrPredicate | undefined) => Promise<T>,
): Promise<T> {
  return text === undefined ? work(undefined) : withSegment(text, session, work)
}

function lookOf({
  columns,
  sort,
  direction,
}: ViewOptions): Pick<ViewChangesInput, 'columns' | 'sort' | 'direction'> {
  return {
    columns: columns === undefined ? undefined : columnsIn(columns),
    sort,
    direction,
  }
}

function changesOf({ name, where, clear = [], ...look }: EditOptions): ViewChangesInput {
  const given = { name, ...lookOf(look) }
  const isGiven = where !== undefined || Object.values(given).some((value) => value !== undefined)
  if (!isGiven && clear.length === 0) {
    throw new CliError('USAGE', 'Say what to change, such as --sort name. See --help.')
  }
  return { ...given, ...Object.fromEntries(clear.map((part) => [cleared(part), null])) }
}

function cleared(part: string): (typeof clearable)[number] {
  const known = clearable.find((each) => each === part)
  if (known !== undefined) return known
  throw new CliError('INVALID_INPUT', `--clear: Expected one of ${clearable.join(', ')}.`, 'clear')
}

const columnsBy = (catalogue: Catalogue): readonly Column<View>[] => [
  { head: 'VIEW', cell: ({ name }) => name },
  { head: 'WHERE', cell: ({ where }) => whereText(where, catalogue), most: 60 },
  { head: 'COLUMNS', cell: columnsText, most: 60 },
  { head: 'SORT', cell: sortText },
]

async function listViews({ shop }: Session): Promise<Answer> {
  const views = await shop.views.list()
  const none =
    'There are no saved views yet. Save one: toko view create NAME "balance > 0" --sort balance'
  if (views.length === 0) return { json: views, text: none }
  return { json: views, text: tableOf(columnsBy(await shop.segments.catalogue()), views) }
}

async function viewAnswer(view: View, { segments }: Shop): Promise<Answer> {
  const text = fieldsOf([
    ['View', view.name],
    ['Where', whereText(view.where, await segments.catalogue())],
    ['Columns', columnsText(view)],
    ['Sort', sortText(view)],
  ])
  return { json: view, text }
}

function whereText(where: View['where'], catalogue: Catalogue): string {
  return print(where, catalogue).replaceAll(/\n */g, ' ')
}

function columnsText({ columns }: View): string {
  return (columns ?? []).map(optionOfColumn).join(', ')
}

function sortText({ sort, direction }: View): string {
  return [sort, direction].filter((part) => part !== null).join(', ')
}
