import Database from 'better-sqlite3'
import { sqliteShops } from '../kept/sqlite-shops.ts'
import { interleaved, median, spread } from '../measure.ts'
import type { Result } from '../result.ts'
import { putOnLabel, withLabel } from './label.ts'
import type { Statement } from './recorded-statement.ts'
import { bothSides } from './sides.ts'

const customers = 100_000

export interface SqlOptions {
  /** A folder in which shops that were made stay for the next run. */
  readonly shops?: string | undefined
}

/** Predicates as SQL beside SQL written by hand, by the same driver over the same tables. */
export async function sqlByHand(repetitions: number, { shops }: SqlOptions): Promise<Result[]> {
  const [kept] = await sqliteShops([customers], shops)
  if (kept === undefined) throw new Error('There is no shop.')
  const catalogue = await withLabel(kept.shop)
  await kept.shop.close()
  const database = new Database(kept.filename)
  database.pragma('synchronous = full')
  putOnLabel(database)
  const results: Result[] = []
  for (const { pair, ours, byHand } of await bothSides(database, catalogue, kept.clock.now))
    results.push(await compared(database, pair.name, ours, byHand, repetitions * 5))
  database.close()
  return results
}

async function compared(
  database: Database.Database,
  name: string,
  ours: Statement,
  byHand: Statement,
  repetitions: number,
): Promise<Result> {
  const [own, hand] = [ready(database, ours), ready(database, byHand)]
  if (own() !== hand()) throw new Error(`${name}: the answers differ, ${own()} and ${hand()}.`)
  const times = await interleaved(
    [
      { name: 'ours', prepare: async () => () => void own() },
      { name: 'by hand', prepare: async () => () => void hand() },
    ],
    repetitions,
  )
  const [mine, theirs] = [times.get('ours') ?? [], times.get('by hand') ?? []]
  const ratio = median(mine) / median(theirs)
  return {
    name: `predicate as SQL: ${name}, ${customers.toLocaleString('en')} customers`,
    goal: '≤ 1.05',
    ratio,
    isMet: ratio <= 1.05,
    against: 'SQL written by hand',
    ours: { median: median(mine), spread: spread(mine), unit: 'ms' },
    theirs: { median: median(theirs), spread: spread(theirs), unit: 'ms' },
  }
}

/** The statement prepared once, as a storage keeps it. */
function ready(database: Database.Database, { sql, parameters }: Statement): () => number {
  const statement = database.prepare<unknown[], number>(sql).pluck()
  return () => statement.get(...parameters) ?? Number.NaN
}
