import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { ReferenceKind } from '../../domain/segments/check/context.ts'
import { leavesOf } from '../../domain/segments/leaves.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { referencesOf } from '../../domain/segments/references-of.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { idsOf, namesOf, restingIn } from './resting.ts'

/**
 * Refuses to delete what a segment, the rule of a tag or a saved view refers to: without it, the
 * segment would be silently empty, or everybody.
 *
 * @throws LanggananError `STILL_REFERENCED`; `details.segments`, `details.tags` and `details.views` are the ids of those
 */
export async function expectUnreferenced(
  unit: UnitOfWork,
  kind: ReferenceKind,
  id: string,
): Promise<void> {
  await expectNone(unit, kind, (where) => referencesOf(where)[kind].has(id))
}

/**
 * Refuses to end the tracking of a segment while somebody asks for how long its members belong.
 *
 * @throws LanggananError `STILL_REFERENCED` as {@link expectUnreferenced}
 */
export async function expectNobodyAsksForHowLong(unit: UnitOfWork, segment: string): Promise<void> {
  await expectNone(unit, 'segment', (where) =>
    leavesOf(where).some(
      (leaf) => 'segment' in leaf && leaf.segment === segment && leaf.for !== undefined,
    ),
  )
}

async function expectNone(
  unit: UnitOfWork,
  kind: ReferenceKind,
  refersTo: (where: Predicate) => boolean,
): Promise<void> {
  const referring = (await restingIn(unit)).filter(({ where }) => refersTo(where))
  if (referring.length === 0) return
  throw new LanggananError(
    'STILL_REFERENCED',
    `This ${kind} is referred to by ${namesOf(referring)}. Edit or delete these first.`,
    { field: kind, details: idsOf(referring) },
  )
}
