import { isLanggananError, LanggananError } from '../../domain/error/langganan-error.ts'
import { expectExpandable } from '../../domain/segments/check/expansion.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { scanAll } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { definedSegment } from './catalogue.ts'
import { type Resting, restingIn } from './resting.ts'

/**
 * Refuses a new definition of a segment that leads back to itself, or that makes what refers to it
 * too large: another segment, the rule of a tag, a saved view.
 *
 * @throws LanggananError `PREDICATE_INVALID`; `PREDICATE_TOO_LARGE`, with the id of what would be too large in `details`
 */
export async function expectDefinable(
  unit: UnitOfWork,
  id: string,
  where: Predicate,
): Promise<void> {
  const segments = (await scanAll(unit.tx, 'segments')).map(definedSegment)
  const definitions = new Map(
    segments.map((each) => [each.id, each.id === id ? { ...each, where } : each]),
  )
  expectExpandable({ segment: id }, definitions)
  const others = (await restingIn(unit)).filter((each) => each.id !== id)
  for (const other of others) {
    try {
      expectExpandable(other.where, definitions)
    } catch (error) {
      if (!isLanggananError(error, 'PREDICATE_TOO_LARGE')) throw error
      throw tooLarge(other, error)
    }
  }
}

function tooLarge({ kind, id }: Resting, cause: unknown): LanggananError {
  return new LanggananError(
    'PREDICATE_TOO_LARGE',
    `With this definition, ${words[kind]} that refers to this segment would have too many parts, or lie too deep. Make one of them smaller.`,
    { details: { [kind]: id }, cause },
  )
}

const words: Readonly<Record<Resting['kind'], string>> = {
  segment: 'another segment',
  tag: 'the rule of a tag',
  view: 'a saved view',
}
