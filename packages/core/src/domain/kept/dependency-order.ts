import { LanggananError } from '../error/langganan-error.ts'
import type { DefinedSegment } from '../segments/catalogue.ts'
import { quoted } from '../segments/check/nearest.ts'
import { definitionOf } from '../segments/definition-of.ts'
import { leavesOf, leavesThroughSegments } from '../segments/leaves.ts'
import type { LeafPredicate, Predicate } from '../segments/predicate.ts'
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
    if (open.has(key)) throw circle([...open, key].slice([...open].indexOf(key)), byKey, segments)
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

function circle(
  keys: readonly string[],
  byKey: ReadonlyMap<string, Dependent>,
  segments: readonly DefinedSegment[],
): LanggananError {
  const kept = keys.flatMap((key) => byKey.get(key)?.kept ?? [])
  const steps = kept.flatMap((each, i) => {
    const next = kept[i + 1]
    const through = next === undefined ? undefined : pathTo(next, each.where, segments)
    return [told(each), ...(through ?? [])]
  })
  return new LanggananError(
    'PREDICATE_INVALID',
    `Tracked segments and the rules of tags would rest on each other in a circle: ${steps.join(' → ')}. Take one of the references out.`,
    { field: 'where' },
  )
}

/** The segments through which a predicate refers to something kept; undefined where it does not. */
function pathTo(
  { kind, id }: Kept,
  where: Predicate,
  segments: readonly DefinedSegment[],
): readonly string[] | undefined {
  const leaves = leavesOf(where)
  const isIt = (leaf: LeafPredicate): boolean =>
    kind === 'tag'
      ? 'tag' in leaf && leaf.tag === id
      : 'segment' in leaf && leaf.segment === id && leaf.for !== undefined
  if (leaves.some(isIt)) return []
  for (const leaf of leaves) {
    if (!('segment' in leaf)) continue
    const segment = definitionOf(leaf.segment, segments)
    const further = pathTo({ kind, id, where }, segment.where, segments)
    if (further !== undefined) return [told({ kind: 'segment', ...segment }), ...further]
  }
  return undefined
}

function told({ kind, id, name = id }: Kept): string {
  return `${kind} ${quoted(name)}`
}
