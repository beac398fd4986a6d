import { LanggananError } from '../../domain/error/langganan-error.ts'
import { contradiction } from '../../domain/segments/algebra/contradiction.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { leavesThroughSegments } from '../../domain/segments/leaves.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { idsOf, namesOf, type Resting, restingIn } from './resting.ts'

/**
 * Refuses a new definition of a segment with which something that refers to it, also through other
 * segments, could match nobody from now on: another segment, the rule of a tag, a saved view.
 *
 * @throws LanggananError `PREDICATE_MATCHES_NOBODY`; `details.segments`, `details.tags` and `details.views` are the ids of those
 */
export async function expectNoneEmptied(
  unit: UnitOfWork,
  id: string,
  where: Predicate,
  catalogue: Catalogue,
): Promise<void> {
  const { now } = unit.stamp
  const segments = catalogue.segments.map((each) => (each.id === id ? { ...each, where } : each))
  const before = { ...catalogue, now }
  const after = { ...before, segments }
  const isEmptied = (each: Resting): boolean =>
    leavesThroughSegments(each.where, segments).some(
      (leaf) => 'segment' in leaf && leaf.segment === id,
    ) &&
    contradiction(each.where, after) !== null &&
    // What matched nobody before is not emptied by this.
    contradiction(each.where, before) === null
  const emptied = (await restingIn(unit)).filter((each) => each.id !== id && isEmptied(each))
  if (emptied.length === 0) return
  throw new LanggananError(
    'PREDICATE_MATCHES_NOBODY',
    `With this definition nobody could match ${namesOf(emptied)}, now or later, which ${emptied.length === 1 ? 'refers' : 'refer'} to this segment. Edit or delete ${emptied.length === 1 ? 'that' : 'these'} first.`,
    { details: idsOf(emptied) },
  )
}
