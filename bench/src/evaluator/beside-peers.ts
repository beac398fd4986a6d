import { type CustomerView, compileCondition } from '@langganan/core/segments'
import type { Result } from '../result.ts'
import { conditionOf } from './condition-of.ts'
import { ownLoop } from './own-loop.ts'
import { readyPeers } from './peers.ts'
import { timedPerCustomer } from './per-customer.ts'
import { common } from './predicates.ts'

/** One compiled predicate, against the same one in the words of other libraries. */
export async function besidePeers(
  customers: readonly CustomerView[],
  repetitions: number,
): Promise<Result[]> {
  const judge = compileCondition(conditionOf(common.predicate))
  const loop = ownLoop<CustomerView>()
  const results: Result[] = []
  for (const { name, most = customers.length, count } of readyPeers()) {
    const theirs = customers.slice(0, most)
    const members = theirs.filter(common.byHand).length
    if ((await count(theirs)) !== members) throw new Error(`${name}: the answers differ.`)
    const figures = await timedPerCustomer(
      { customers: customers.length, run: () => loop(customers, judge) },
      { customers: theirs.length, run: () => count(theirs) },
      repetitions,
    )
    const ratio = figures.theirs.median / figures.ours.median
    results.push({
      name: 'predicate, compiled, beside a peer',
      goal: '≥ 1 × as fast',
      ratio,
      isMet: ratio >= 1,
      against: most < customers.length ? `${name}, of ${most.toLocaleString('en')}` : name,
      ...figures,
    })
  }
  return results
}
