import { median, type Times } from '../measure.ts'
import type { Result } from '../result.ts'
import { figure, growthResults, many } from './exponent.ts'
import { type KeptShop, keptShops } from './kept-shop.ts'
import { timedQueries, timedRebuild } from './rebuilds.ts'
import { due, timedTicks } from './ticks.ts'
import { askedByWrites, timedWrites } from './writes.ts'

const sizes = [10_000, 100_000]
const largest = 1_000_000
const write = 'a write with 50 tracked segments'

export interface KeptOptions {
  /** Also a million customers; making that shop takes most of the time. */
  readonly full: boolean
  /** A folder in which shops that were made stay for the next run. */
  readonly shops?: string | undefined
}

/** Fifty tracked segments kept up by change and by time, beside judging everybody anew. */
export async function kept(
  repetitions: number,
  { full, shops: folder }: KeptOptions,
): Promise<Result[]> {
  const shops = await keptShops(full ? [...sizes, largest] : sizes, folder)
  const ticked = await timedTicks(shops, repetitions)
  const writes = await timedWrites(shops, repetitions)
  const asked = await askedByWrites(shops)
  const results = [
    ...growthResults(`${write} (${asked})`, 0.35, writes),
    ...growthResults(`tick with ${due} customers due (${ticked.asked})`, 0.2, ticked.growth),
  ]
  for (const shop of shops.filter(({ customers }) => customers <= 100_000))
    results.push(...(await besideAll(shop, repetitions)))
  for (const { shop } of shops) await shop.close()
  return results
}

/** Judging everybody, with a few writes before and after each time. */
async function besideAll(kept: KeptShop, repetitions: number): Promise<Result[]> {
  const rounds = Math.min(2, repetitions)
  const writes: number[] = []
  const rebuilds: number[] = []
  const queries: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [growth] = await timedWrites([kept], 3)
    writes.push(...(growth?.times ?? []))
    rebuilds.push(await timedRebuild(kept))
    queries.push(await timedQueries(kept))
  }
  return [
    cheaper(kept.customers, 'shop.rebuild()', writes, rebuilds),
    cheaper(
      kept.customers,
      'one SQL query for each segment, compared with its members',
      writes,
      queries,
    ),
  ]
}

/** The goal is set for a hundred thousand customers. */
function cheaper(customers: number, against: string, ours: Times, theirs: Times): Result {
  const ratio = median(theirs) / median(ours)
  const hasGoal = customers === 100_000
  return {
    name: `${write}, ${many(customers)} customers`,
    goal: hasGoal ? '≥ 1,000 × cheaper' : '',
    ratio,
    isMet: !hasGoal || ratio >= 1_000,
    against,
    ours: figure(ours, 'ms'),
    theirs: figure(theirs, 'ms'),
  }
}
