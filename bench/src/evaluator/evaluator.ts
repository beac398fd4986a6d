import { columnarPopulation } from '@langganan/core/segments/columnar'
import type { Result } from '../result.ts'
import { besidePeers } from './beside-peers.ts'
import { madeUpCustomers } from './customers.ts'
import { hostilePredicates } from './hostile-predicates.ts'
import { rowByRow } from './row-by-row.ts'
import { wholePopulation } from './whole-population.ts'

const customers = 1_000_000

/** Judging a million customers, and refusing what nobody should have to judge. */
export async function evaluator(repetitions: number): Promise<Result[]> {
  const views = madeUpCustomers(customers)
  return [
    ...(await rowByRow(views, repetitions)),
    ...(await wholePopulation(columnarPopulation(views), repetitions)),
    ...(await besidePeers(views, repetitions)),
    ...(await hostilePredicates(repetitions)),
  ]
}
