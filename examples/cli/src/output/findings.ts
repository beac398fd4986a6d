import type { Catalogue } from '@langganan/core'
import type { Predicate } from '@langganan/core/segments'
import { contradiction, isUniversal } from '@langganan/core/segments/algebra'

/** Something about a predicate that is likely a slip. */
export interface Finding {
  readonly kind: 'matchesNobody' | 'matchesEverybody'
  /** The part of it that says so, as text; for everybody there is none. */
  readonly because?: string
  /** Why that cannot be, where it is about one thing. */
  readonly reason?: string
}

/** What is odd about a predicate, now and at every later instant. */
export function findingsOf(
  where: Predicate,
  catalogue: Catalogue,
  now: number,
): readonly Finding[] {
  const context = { ...catalogue, now }
  const nobody = contradiction(where, context)
  if (nobody !== null) {
    const reason = nobody.reason === null ? {} : { reason: nobody.reason }
    return [{ kind: 'matchesNobody', because: nobody.text, ...reason }]
  }
  const isOfAll = isUniversal(where, context).answer === 'yes'
  return isOfAll ? [{ kind: 'matchesEverybody' }] : []
}

export function findingText({ kind, because, reason }: Finding): string {
  if (kind === 'matchesEverybody') return 'Matches everybody, now and later.'
  return `Matches nobody, now or later: ${because}${reason === undefined ? '' : ` (${reason})`}`
}
