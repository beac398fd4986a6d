import type { OrderDraft } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { collect } from '../input/collect.ts'
import { parseLine } from '../input/order-line.ts'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { doubtsText, draftColumns, draftText, linesToSettle } from '../output/draft-text.ts'
import { fittingTable } from '../output/fitting.ts'
import { shellWord } from '../output/shell-word.ts'
import { whoText } from '../output/who.ts'
import { shortId } from '../session/by-end-of-id.ts'
import { findCustomer } from '../session/find-customer.ts'
import { findDraft } from '../session/find-draft.ts'
import type { Session } from '../session/session.ts'
import { whoAre } from '../session/who-are.ts'
import { withShop } from '../session/with-shop.ts'
import { addSaleTerms, type SaleTerms, termsOf } from './sale-terms.ts'
import { transactionAnswer } from './transaction-answer.ts'

interface ListOptions {
  readonly customer?: string
  readonly limit?: string
  readonly after?: string
}

interface ConfirmOptions extends SaleTerms {
  readonly order: string
  readonly line?: readonly string[]
}

const draftArgument = 'id of the draft, or the end of it as toko drafts list shows it'

export function defineDrafts(command: Command): void {
  command
    .description(
      `Orders that customers placed in a chat. None counts as a purchase until a person has looked at it: confirm
makes a sale of it, cancel says that nothing comes of it.`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db drafts list
  toko --db shop.db drafts show 3f2a91c4
  toko --db shop.db drafts confirm 3f2a91c4 --order A-7 --shipping 12000 --paid all
  toko --db shop.db drafts confirm 3f2a91c4 --order A-7 --line KOPI-250:2@55000 --line GELAS:1@15000
  toko --db shop.db drafts cancel 3f2a91c4`,
    )
  command
    .command('list')
    .description('Lists the orders that nobody has decided about, the oldest first.')
    .option(
      '--customer <customer>',
      'those of this one, decided ones too: id, number, phone or e-mail',
    )
    .option('--limit <n>', 'drafts on a page, 1 to 1,000 (default: 50)')
    .option('--after <cursor>', 'go on behind the page that ended with this cursor')
    .action((options: ListOptions, self: Command) =>
      withShop(self, (session) => listDrafts(session, options)),
    )
  command
    .command('show')
    .description('Shows an order as it was placed, and what has to be settled.')
    .argument('<draft>', draftArgument)
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async (session) =>
        showDraft(session, await findDraft(session.shop, reference)),
      ),
    )
  addSaleTerms(command.command('confirm'))
    .description(
      'Makes a sale of an order, at the time that it was placed: with --line as these say, without as it was placed.',
    )
    .argument('<draft>', draftArgument)
    .requiredOption('--order <number>', "the shop's number of the sale")
    .option('--line <line>', 'PRODUCT:PIECES@PRICE, once for each line of the sale', collect)
    .action((reference: string, options: ConfirmOptions, self: Command) =>
      withShop(self, async (session) => {
        const draft = await findDraft(session.shop, reference)
        return confirmDraft(session, draft, options)
      }),
    )
  command
    .command('cancel')
    .alias('discard')
    .description('Says that nothing comes of an order.')
    .argument('<draft>', draftArgument)
    .action((reference: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const cancelled = await shop.drafts.cancel((await findDraft(shop, reference)).id)
        return { json: cancelled, text: `The draft ${shortId(cancelled)} is cancelled.` }
      }),
    )
}

async function listDrafts(
  session: Session,
  { customer, limit, after }: ListOptions,
): Promise<Answer> {
  const { shop } = session
  const page =
    customer === undefined
      ? await shop.drafts.open({ limit: limitOf(limit), after })
      : { rows: await shop.drafts.of(await findCustomer(shop, customer)), next: null }
  const { rows, next } = page
  if (rows.length === 0) return { json: page, text: 'No order from a chat waits for anybody.' }
  const known = await whoAre(
    shop,
    rows.map((draft) => draft.customer),
  )
  const more = next === null ? '' : `\n\nThere are more: --after ${shellWord(next)}`
  return {
    json: page,
    text: `${fittingTable(draftColumns(session, known), rows, 'toko drafts show tells all of one.')}${more}`,
  }
}

function limitOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(text, 'limit')
}

async function showDraft(session: Session, draft: OrderDraft): Promise<Answer> {
  const text = draftText(draft, whoText(await session.shop.customers.get(draft.customer)), session)
  return {
    json: draft,
    text: draft.state === 'open' ? `${text}\n\n${nextStep(session, draft)}` : text,
  }
}

function nextStep({ shop }: Session, draft: OrderDraft): string {
  const lines = draft.doubts.length === 0 ? '' : ` ${linesToSettle(draft, shop.currency)}`
  return `Make a sale of it: toko drafts confirm ${shortId(draft)} --order NUMBER${lines}`
}

async function confirmDraft(
  session: Session,
  draft: OrderDraft,
  { order, line, ...terms }: ConfirmOptions,
): Promise<Answer> {
  const { shop } = session
  if (line === undefined && draft.doubts.length > 0) throw toSettle(session, draft)
  const sale = await shop.drafts.confirm(draft.id, {
    ...termsOf(terms, session),
    orderId: order,
    // Amounts are typed in the shop's own currency.
    ...(line === undefined
      ? {}
      : { lines: line.map((text) => parseLine(text, session)), currency: shop.currency }),
  })
  return transactionAnswer(sale, session, draft.state === 'confirmed')
}

function toSettle({ shop }: Session, draft: OrderDraft): CliError {
  return new CliError(
    'INVALID_INPUT',
    `--line: It cannot be confirmed as it was placed: ${doubtsText(draft)}. Give all lines with their prices in ${shop.currency}: ${linesToSettle(draft, shop.currency)}`,
    'line',
  )
}
