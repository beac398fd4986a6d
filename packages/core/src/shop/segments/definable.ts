import { isLanggananError, LanggananError } from '../../domain/error/langganan-error.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { expectExpandable } from '../../domain/segments/check/expansion.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'

/**
 * Refuses a new definition of a segment that leads back to itself, or that makes another segment
 * which refers to it too large.
 */
export function expectDefinable(id: string, where: Predicate, { segments }: Catalogue): void {
  const definitions = new Map(
    segments.map((each) => [each.id, each.id === id ? { ...each, where } : each]),
  )
  expectExpandable({ segment: id }, definitions)
  for (const other of segments) {
    try {
      expectExpandable({ segment: other.id }, definitions)
    } catch (error) {
      if (!isLanggananError(error, 'PREDICATE_TOO_LARGE')) throw error
      throw new LanggananError(
        'PREDICATE_TOO_LARGE',
        'With this definition, another segment that refers to this one would have too many parts, or lie too deep. Make one of them smaller.',
        { details: { segment: other.id }, cause: error },
      )
    }
  }
}
