import type { Finding, Problem } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import type { Command } from 'commander'
import { type Condition, conditionText, isSound } from '../doctor/condition.ts'
import { CliError } from '../errors/cli-error.ts'
import { printAnswer } from '../output/answer.ts'
import { type Column, tableOf } from '../output/table.ts'
import type { GlobalOptions } from '../session/global-options.ts'
import { openExisting } from '../session/open-existing.ts'
import { sessionOn } from '../session/session.ts'

export function defineDoctor(command: Command): void {
  command
    .description(
      `Looks a shop and its database through and writes nothing: whether facts, members, tags and counts are what
the rows come to, whether the books balance, whether every row belongs to something, and whether SQLite finds the
file sound, or what the Postgres server says of itself. Ends with 1 if something is wrong.`,
    )
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db doctor`,
    )
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>()
      const storage = await openExisting(options)
      try {
        const database = await storage.inspect()
        // Rows of a damaged file may not even be readable.
        const findings = isSound(database) ? await findingsIn(storage, options) : null
        const sound = findings?.length === 0
        const text = textOf(database, findings)
        printAnswer({ json: { sound, findings, database }, text }, options.json === true)
        if (!sound) throw unsound(database)
      } finally {
        await storage.close()
      }
    })
}

async function findingsIn(storage: Storage, options: GlobalOptions): Promise<readonly Finding[]> {
  const { shop } = await sessionOn(storage, options)
  return (await shop.verify()).findings
}

const problems: Readonly<Record<Problem, string>> = {
  notAsRecomputed: 'not what the other rows come to',
  unbalanced: 'postings do not sum to zero',
  notAsPosted: 'not what the ledger says',
  notAsAllocated: 'settled otherwise than allocated',
  ownerless: 'belongs to nothing that is there',
}

const columns: readonly Column<Finding>[] = [
  { head: 'TABLE', cell: ({ table }) => table },
  { head: 'ROWS', cell: ({ rows }) => rows.toLocaleString('en-US'), align: 'right' },
  { head: 'PROBLEM', cell: ({ problem }) => problems[problem] },
  { head: 'SUCH AS', cell: ({ ids }) => ids[0] ?? '' },
]

function textOf(database: Condition, findings: readonly Finding[] | null): string {
  const beneath = conditionText(database)
  if (findings === null) return beneath
  const rows =
    findings.length === 0
      ? 'All rows fit, and the books balance.'
      : `${tableOf(columns, findings)}\n`
  return `${rows}\n${beneath}`
}

function unsound(database: Condition): CliError {
  return new CliError(
    'SHOP_UNSOUND',
    isSound(database)
      ? 'Some rows are wrong. What is not what other rows come to, shop.rebuild() puts right; for the rest, restore a backup beside it and compare.'
      : 'The file of the database is damaged. Stop writing to it, keep a copy of it, and restore the last backup.',
    'db',
  )
}
