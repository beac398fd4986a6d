import { type CustomerView, compileCondition } from '@langganan/core/segments'
import type { Result } from '../result.ts'
import { conditionOf } from './condition-of.ts'
import { ownLoop } from './own-loop.ts'
import { timedPerCustomer } from './per-customer.ts'
import { asked } from './predicates.ts'

/** Compiled predicates, against closures written by hand, over the same customers. */
export async function rowByRow(
  customers: readonly CustomerView[],
  repetitions: number,
): Promise<Result[]> {
  // All are compiled and tried before any is timed: no shop asks one predicate only.
  const pairs = asked.map(({ name, predicate, byHand }) => {
    const judge = compileCondition(conditionOf(predicate))
    const [ours, theirs] = [ownLoop<CustomerView>(), ownLoop<CustomerView>()]
    const pair = {
      name,
      ours: () => ours(customers, judge),
      theirs: () => theirs(customers, byHand),
    }
    if (pair.ours() !== pair.theirs()) throw new Error(`${name}: the answers differ.`)
    return pair
  })
  const results: Result[] = []
  for (const { name, ours, theirs } of pairs) {
    const figures = await timedPerCustomer(
      { customers: customers.length, run: ours },
      { customers: customers.length, run: theirs },
      repetitions,
    )
    const ratio = figures.ours.median / figures.theirs.median
    results.push({
      name: `predicate, compiled: ${name}`,
      goal: '≤ 1.5',
      ratio,
      isMet: ratio <= 1.5,
      against: 'a closure written by hand',
      ...figures,
    })
  }
  return results
}
