import type { DeadLetter } from '@langganan/core'
import { type Command, Option } from 'commander'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { fittingTable } from '../output/fitting.ts'
import { shellWord } from '../output/shell-word.ts'
import type { Column } from '../output/table.ts'
import { shortId } from '../session/by-end-of-id.ts'
import { findDeadLetter } from '../session/find-dead-letter.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

interface ListOptions {
  readonly settled?: true
  readonly limit?: string
  readonly after?: string
}

interface SettleOptions {
  readonly as: 'discarded' | 'applied'
}

export function defineDeadLetters(command: Command): void {
  command
    .description(
      `What came from WhatsApp or a bridge and could not be taken in. It holds somebody's words until it is settled;
the program that receives it can take it in again (docs/guides/whatsapp-webhook.md).`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db deadletters list
  toko --db shop.db deadletters settle 3f2a91c4 --as discarded`,
    )
  command
    .command('list')
    .description('Lists what nobody has settled, the oldest first, without what it says.')
    .option('--settled', 'what was settled, by when it was')
    .option('--limit <n>', 'letters on a page, 1 to 1,000 (default: 50)')
    .option('--after <cursor>', 'go on behind the page that ended with this cursor')
    .action((options: ListOptions, self: Command) =>
      withShop(self, (session) => listLetters(session, options)),
    )
  command
    .command('settle')
    .description('Says what became of letters and removes what they say, for good.')
    .argument('<letters...>', 'ids, or the ends of them as toko deadletters list shows them')
    .addOption(
      new Option('--as <outcome>', 'given up, or taken in some other way')
        .choices(['discarded', 'applied'])
        .makeOptionMandatory(),
    )
    .action((letters: string[], options: SettleOptions, self: Command) =>
      withShop(self, (session) => settleLetters(session, letters, options)),
    )
}

async function listLetters(
  { shop, time }: Session,
  { settled, limit, after }: ListOptions,
): Promise<Answer> {
  const most = limit === undefined ? undefined : wholeNumber(limit, 'limit')
  const page = await shop.deadLetters.list({ settled, limit: most, after })
  const { rows, next } = page
  if (rows.length === 0) {
    const text = settled ? 'Nothing was settled.' : 'All that came was taken in or settled.'
    return { json: page, text }
  }
  const columns: readonly Column<DeadLetter>[] = [
    { head: 'LETTER', cell: settled ? ({ id }) => id : shortId },
    { head: 'RECEIVED', cell: ({ receivedAt }) => time(receivedAt) },
    { head: 'TIMES', cell: ({ times }) => String(times), align: 'right', spare: 2 },
    { head: 'SOURCE', cell: ({ source }) => source, spare: 1 },
    { head: 'KIND', cell: ({ kind }) => kind },
    { head: 'REASON', cell: ({ reason }) => reason, most: 60 },
    { head: 'PLACE', cell: ({ place }) => place ?? '', most: 60, spare: 3 },
    { head: 'SETTLED', cell: ({ outcome }) => outcome ?? '' },
  ]
  const more = next === null ? '' : `\n\nThere are more: --after ${shellWord(next)}`
  return { json: page, text: `${fittingTable(columns, rows)}${more}` }
}

async function settleLetters(
  { shop }: Session,
  letters: readonly string[],
  { as }: SettleOptions,
): Promise<Answer> {
  // All are found before any is settled.
  const ids = new Set<string>()
  for (const each of letters) ids.add(await findDeadLetter(shop, each))
  const settled: DeadLetter[] = []
  for (const id of ids) settled.push(await shop.deadLetters.settle(id, as))
  const text = settled.map((each) => `${shortId(each)} is settled as ${each.outcome}.`)
  return { json: settled, text: text.join('\n') }
}
