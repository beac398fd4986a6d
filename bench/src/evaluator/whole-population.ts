import { type ColumnarPopulation, compileColumnar } from '@langganan/core/segments/columnar'
import type { Result } from '../result.ts'
import { conditionOf } from './condition-of.ts'
import { columnsOf, fusedLoops } from './fused-loops.ts'
import { timedPerCustomer } from './per-customer.ts'

/** Predicates over columns, against loops written by hand, over the same typed arrays. */
export async function wholePopulation(
  population: ColumnarPopulation,
  repetitions: number,
): Promise<Result[]> {
  const columns = columnsOf(population)
  const customers = population.views.length
  const pairs = fusedLoops.map(([{ name, predicate }, loop]) => {
    const judge = compileColumnar(conditionOf(predicate))
    const pair = { name, ours: () => judge.count(population), theirs: () => loop(columns) }
    if (pair.ours() !== pair.theirs()) throw new Error(`${name}: the answers differ.`)
    return pair
  })
  const results: Result[] = []
  for (const { name, ours, theirs } of pairs) {
    const figures = await timedPerCustomer(
      { customers, run: ours },
      { customers, run: theirs },
      // A run takes milliseconds, so there can be many.
      repetitions * 5,
    )
    const ratio = figures.ours.median / figures.theirs.median
    results.push({
      name: `predicate over columns: ${name}`,
      goal: '≤ 1.15',
      ratio,
      isMet: ratio <= 1.15,
      against: 'a fused loop written by hand',
      ...figures,
    })
  }
  return results
}
