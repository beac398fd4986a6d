import { startingGap } from '../../domain/value/rhythm.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** The shop's median gap between orders as it was last measured, ms. */
export async function shopGap({ tx }: UnitOfWork): Promise<number> {
  const [snapshot] = await tx.get('snapshots', [['medianGap']])
  return snapshot?.value ?? startingGap
}
