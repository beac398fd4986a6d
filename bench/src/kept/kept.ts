import { median, type Times } from '../measure.ts'
import type { Result } from '../result.ts'
import { figure, fittedResult, type Growth, growthResults, many } from './exponent.ts'
import type { KeptShop } from './kept-shop.ts'
import { timedQueries, timedRebuild } from './rebuilds.ts'
import { due, timedTicks } from './ticks.ts'
import { askedByWrites, timedWrites } from './writes.ts'

const write = 'a write with 50 tracked segments'

/** The numbers of customers that are measured, up to the largest; making a shop of a million takes most of the time. */
export function keptSizes(largest: number): readonly number[] {
  return [...[10_000, 100_000].filter((size) => size < largest), largest]
}

/** Fifty tracked segments kept up by change and by time, beside judging everybody anew; closes the shops. */
export async function kept(shops: readonly KeptShop[], repetitions: number): Promise<Result[]> {
  const ticked = await timedTicks(shops, repetitions)
  const writes = await timedWrites(shops, repetitions)
  const asked = await askedByWrites(shops)
  const results = [
    ...growthResults({ what: write, note: asked }, 0.35, writes),
    ...growthResults(
      { what: `tick with ${due} customers due`, note: ticked.asked },
      0.2,
      ticked.growth,
    ),
  ]
  const all: Everybody[] = []
  for (const shop of shops.filter(({ customers }) => customers <= 100_000))
    all.push(await timedEverybody(shop, repetitions))
  for (const everybody of all) results.push(...besideWrites(everybody))
  if (all.length > 1) {
    const growth = (of: (each: Everybody) => Times): readonly Growth[] =>
      all.map((each) => ({ customers: each.customers, times: of(each) }))
    results.push(
      fittedResult(
        rebuild,
        growth(({ rebuilds }) => rebuilds),
      ),
    )
    results.push(
      fittedResult(
        queries,
        growth((each) => each.queries),
      ),
    )
  }
  for (const { shop } of shops) await shop.close()
  return results
}

const rebuild = 'shop.rebuild()'
const queries = 'one SQL query for each segment, compared with its members'

/** How long it takes to judge everybody, with a few writes before and after each time. */
interface Everybody {
  readonly customers: number
  readonly writes: Times
  readonly rebuilds: Times
  readonly queries: Times
}

async function timedEverybody(kept: KeptShop, repetitions: number): Promise<Everybody> {
  const times = { writes: [] as number[], rebuilds: [] as number[], queries: [] as number[] }
  for (let round = 0; round < Math.min(2, repetitions); round += 1) {
    const [growth] = await timedWrites([kept], 3)
    times.writes.push(...(growth?.times ?? []))
    times.rebuilds.push(await timedRebuild(kept))
    times.queries.push(await timedQueries(kept))
  }
  return { customers: kept.customers, ...times }
}

function besideWrites({ customers, writes, rebuilds, queries: asked }: Everybody): Result[] {
  return [cheaper(customers, rebuild, writes, rebuilds), cheaper(customers, queries, writes, asked)]
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
