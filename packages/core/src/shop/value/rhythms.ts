import { rhythmOf } from '../../domain/value/rhythm.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { shopGap } from './shop-gap.ts'

/**
 * Facts with the rhythm that follows from all standing orders: those stored, and `newTimes` that the
 * same call is about to write.
 */
export async function withRhythms(
  unit: UnitOfWork,
  facts: readonly FactsRow[],
  newTimes: ReadonlyMap<string, readonly number[]>,
): Promise<FactsRow[]> {
  const gap = await shopGap(unit)
  const earlier = facts.filter(
    ({ customerId, orders }) => orders > (newTimes.get(customerId)?.length ?? 0),
  )
  const stored = new Map<string, number[]>(facts.map(({ customerId }) => [customerId, []]))
  if (earlier.length > 0) {
    const customerIds = earlier.map(({ customerId }) => customerId)
    for (const { customerId, at } of await unit.tx.report('orderTimes', { customerIds }))
      stored.get(customerId)?.push(at)
  }
  return facts.map((row) => {
    const times = [...(stored.get(row.customerId) ?? []), ...(newTimes.get(row.customerId) ?? [])]
    return {
      ...row,
      ...rhythmOf(
        times.sort((a, b) => a - b),
        gap,
      ),
    }
  })
}
