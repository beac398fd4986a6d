import type { Catalogue, Named } from '../catalogue.ts'

/** What a predicate is checked against. */
export interface CheckContext {
  readonly catalogue: Catalogue
  /** Ids that may be named, by what they are of. */
  readonly known: Readonly<Record<ReferenceKind, ReadonlyMap<string, Named>>>
}

export type ReferenceKind = 'group' | 'tag' | 'category'

export function checkContext(catalogue: Catalogue): CheckContext {
  return {
    catalogue,
    known: {
      group: byId(catalogue.groups),
      tag: byId(catalogue.tags),
      category: byId(catalogue.categories),
    },
  }
}

/** The same, where ids of things that the shop no longer has may be named too. */
export function contextOfAnyIds(catalogue: Catalogue): CheckContext {
  const every = Object.assign(new Map<string, Named>(), { has: () => true })
  return { catalogue, known: { group: every, tag: every, category: every } }
}

function byId(list: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(list.map((each) => [each.id, each]))
}
