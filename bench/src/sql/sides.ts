import { type Catalogue, resolve } from '@langganan/core/segments'
import { parse } from '@langganan/core/segments/text'
import type Database from 'better-sqlite3'
import { asking, type Pair, pairs } from './pairs.ts'
import { countingStatement, type Statement } from './recorded-statement.ts'

/** The same question in both ways. */
export interface Sides {
  readonly pair: Pair
  readonly ours: Statement
  readonly byHand: Statement
}

/** All pairs, for a shop with the tag, the segments and the label that they speak of. */
export async function bothSides(
  database: Database.Database,
  catalogue: Catalogue,
  now: number,
): Promise<readonly Sides[]> {
  const sides: Sides[] = []
  for (const pair of pairs) {
    const { timeZone, segments } = catalogue
    const condition = resolve(parse(pair.predicate, catalogue), { now, timeZone, segments })
    const ours = await countingStatement(database, condition)
    const byHand = { sql: pair.byHand(asking(catalogue, now)), parameters: [] }
    sides.push({ pair, ours, byHand })
  }
  return sides
}

/** How SQLite goes about a statement, step by step: what it searches or scans, and by which index. */
export function planOf(database: Database.Database, { sql, parameters }: Statement): string[] {
  return database
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
}

/** The tables of a plan with the indexes that they are read by, whatever they are called in the statement. */
export function indexesOf(plan: readonly string[]): readonly string[] {
  return plan.flatMap((step) => {
    const [, how, by] =
      /^(SEARCH|SCAN) \S+(?: USING (?:COVERING )?(?:INDEX )?(\S+))?/.exec(step) ?? []
    return how === undefined ? [] : [`${how} ${by ?? ''}`]
  })
}
