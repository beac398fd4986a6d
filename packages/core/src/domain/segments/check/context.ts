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

function byId(list: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(list.map((each) => [each.id, each]))
}
