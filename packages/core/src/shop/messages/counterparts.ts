import type { UnitOfWork } from '../unit-of-work.ts'

/** Those with whom a customer may be one person, as long as nobody has said that they are two. */
export async function counterpartsOf(
  { tx }: UnitOfWork,
  customerId: string,
): Promise<readonly string[]> {
  const pairs = [
    ...(await tx.find('identityConflicts', 'key', [[customerId]])),
    ...(await tx.find('identityConflicts', 'byOther', [[customerId]])),
  ]
  return pairs
    .filter(({ dismissedAt }) => dismissedAt === null)
    .map((pair) => (pair.customerId === customerId ? pair.otherId : pair.customerId))
}

/**
 * Holds a customer, and then the counterparts: what these opt out of concerns the customer as well. Whoever
 * keeps or dismisses a pair holds both, so none comes or goes meanwhile. Two that are each other's and are
 * written to at once may wait for each other; the storage lets one of them begin again.
 */
export async function holdWithCounterparts(
  unit: UnitOfWork,
  customerId: string,
): Promise<readonly string[]> {
  await unit.lock([customerId])
  const counterparts = await counterpartsOf(unit, customerId)
  await unit.lock(counterparts)
  return counterparts
}
