import type { Catalogue, DefinedSegment, Named } from '../catalogue.ts'

/** What a predicate is checked against. */
export interface CheckContext {
  readonly catalogue: Catalogue
  /** Ids that may be named, by what they are of. */
  readonly known: Readonly<Record<ReferenceKind, ReadonlyMap<string, Named>>>
  /** What segments mean. */
  readonly definitions: ReadonlyMap<string, DefinedSegment>
}

export type ReferenceKind = 'group' | 'tag' | 'category' | 'label' | 'segment'

export function checkContext(catalogue: Catalogue): CheckContext {
  return {
    catalogue,
    known: {
      group: byId(catalogue.groups),
      tag: byId(catalogue.tags),
      category: byId(catalogue.categories),
      label: byId(catalogue.labels),
      segment: byId(catalogue.segments),
    },
    definitions: byId(catalogue.segments),
  }
}

/** The same, where ids of things that the shop no longer has may be named too. */
export function contextOfAnyIds(catalogue: Catalogue): CheckContext {
  const every = Object.assign(new Map<string, Named>(), { has: () => true })
  const known = { group: every, tag: every, category: every, label: every, segment: every }
  return { catalogue, known, definitions: byId(catalogue.segments) }
}

function byId<N extends Named>(list: readonly N[]): ReadonlyMap<string, N> {
  return new Map(list.map((each) => [each.id, each]))
}
