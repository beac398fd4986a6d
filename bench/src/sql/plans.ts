import { sqliteStorage } from '@langganan/adapters-sqlite'
import Database from 'better-sqlite3'
import { openGrown } from '../kept/grown-shop.ts'
import { trackSegments } from '../kept/tracked-segments.ts'
import { withLabel } from './label.ts'
import { bothSides, planOf, type Sides } from './sides.ts'

export interface Plans extends Sides {
  readonly plans: { readonly ours: readonly string[]; readonly byHand: readonly string[] }
}

/** The plans of both ways in a new database, where SQLite has been told what a grown shop looks like. */
export async function plansSideBySide(): Promise<readonly Plans[]> {
  const database = new Database(':memory:')
  database.pragma('synchronous = full')
  const { shop, clock } = await openGrown(sqliteStorage({ database }))
  await trackSegments(shop)
  const sides = await bothSides(database, await withLabel(shop), clock.now)
  const plans = sides.map((each) => ({
    ...each,
    plans: { ours: planOf(database, each.ours), byHand: planOf(database, each.byHand) },
  }))
  await shop.close()
  database.close()
  return plans
}
