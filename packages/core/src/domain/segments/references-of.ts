import type { ReferenceKind } from './check/context.ts'
import { leavesOf } from './leaves.ts'
import type { FieldPredicate, LeafPredicate, Predicate, ReferenceFilter } from './predicate.ts'

/** The ids that a predicate names, by what they are of. */
export type References = Readonly<Record<ReferenceKind, ReadonlySet<string>>>

/** What a predicate refers to itself, not through the segments in it. */
export function referencesOf(predicate: Predicate): References {
  const found: Record<ReferenceKind, Set<string>> = {
    group: new Set(),
    tag: new Set(),
    category: new Set(),
    label: new Set(),
    segment: new Set(),
  }
  for (const leaf of leavesOf(predicate)) {
    for (const { kind, id } of referencesOfLeaf(leaf)) found[kind].add(id)
  }
  return found
}

interface Reference {
  readonly kind: ReferenceKind
  readonly id: string
}

function referencesOfLeaf(leaf: LeafPredicate): readonly Reference[] {
  if ('group' in leaf) return [{ kind: 'group', id: leaf.group }]
  if ('tag' in leaf) return [{ kind: 'tag', id: leaf.tag }]
  if ('label' in leaf) return [{ kind: 'label', id: leaf.label }]
  if ('hadLabel' in leaf) return [{ kind: 'label', id: leaf.hadLabel }]
  if ('segment' in leaf) return [{ kind: 'segment', id: leaf.segment }]
  if ('labels' in leaf) return idsIn(leaf.labels.label).map((id) => ({ kind: 'label', id }))
  if ('field' in leaf && leaf.field === 'category')
    return categoriesIn(leaf).map((id) => ({ kind: 'category', id }))
  return []
}

function idsIn(filter: ReferenceFilter | undefined): readonly string[] {
  if (filter === undefined) return []
  return typeof filter === 'string' ? [filter] : filter.in
}

function categoriesIn(predicate: FieldPredicate): readonly string[] {
  if (predicate.is === 'missing') return []
  const values: readonly unknown[] = [predicate.value].flat()
  return values.filter((value) => typeof value === 'string')
}
