import { LanggananError } from '../error/langganan-error.ts'
import type { DefinedSegment } from '../segments/catalogue.ts'
import { leavesThroughSegments } from '../segments/leaves.ts'
import { type Kept, keptKey } from './kept.ts'

/** Something kept, and what else that is kept its answer rests on, by key. */
export interface Dependent {
  readonly kept: Kept
  readonly restsOn: ReadonlySet<string>
}

/**
 * What is kept so that each comes behind what it rests on: a rule's tag, or since when somebody is a
 * member of a segment. A segment's own definition is looked through.
 *
 * @throws LanggananError `PREDICATE_INVALID` if they rest on each other in a circle.
 */
export function inDependencyOrder(
  all: readonly Kept[],
  segments: readonly DefinedSegment[],
): readonly Dependent[] {
  const byKey = new Map(
    all.map((kept) => [keptKey(kept), { kept, restsOn: restsOn(kept, segments) }]),
  )
  const ordered = new Map<string, Dependent>()
  const open = new Set<string>()
  const place = (key: string): void => {
    const dependent = byKey.get(key)
    if (dependent === undefined || ordered.has(key)) return
    if (open.has(key)) throw circle()
    open.add(key)
    for (const other of dependent.restsOn) place(other)
    ordered.set(key, dependent)
  }
  for (const key of byKey.keys()) place(key)
  return [...ordered.values()]
}

function restsOn({ where }: Kept, segments: readonly DefinedSegment[]): ReadonlySet<string> {
  const keys = leavesThroughSegments(where, segments).flatMap((leaf) => {
    if ('tag' in leaf) return [keptKey({ kind: 'tag', id: leaf.tag })]
    return 'segment' in leaf && leaf.for !== undefined
      ? [keptKey({ kind: 'segment', id: leaf.segment })]
      : []
  })
  return new Set(keys)
}

function circle(): LanggananError {
  return new LanggananError(
    'PREDICATE_INVALID',
    'Tracked segments and the rules of tags would rest on each other in a circle. Take one of the references out.',
    { field: 'where' },
  )
}
