import type { CountKind } from '../domain/history/rows.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** How many members each set of a kind has. Sets with none may be left out. */
export async function memberCounts(
  { tx }: UnitOfWork,
  of: CountKind,
): Promise<ReadonlyMap<string, number>> {
  const counts = await tx.report('memberCounts', { of })
  return new Map(counts.map(({ setId, members }) => [setId, members]))
}
