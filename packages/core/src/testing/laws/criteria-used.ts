import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { eventLists } from '../../domain/segments/fields/event-lists.ts'
import { fieldNames } from '../../domain/segments/fields/find-field.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'

/** Every criterion of a shop by name: its fields, measures of events, and what is neither. */
export function criterionNames(catalogue: Catalogue): readonly string[] {
  const measures = Object.entries(eventLists).flatMap(([list, { measures }]) =>
    Object.keys(measures).map((measure) => `${list}.${measure}`),
  )
  return [
    ...fieldNames(catalogue),
    ...measures,
    'window',
    'canReceive',
    'group',
    'tag',
    'label',
    'hadLabel',
    'consent',
    'expectedPurchases',
    'segment',
    'segment for',
    'sample',
  ]
}

/** The criteria that a predicate reads, by the same names. */
export function criteriaUsed(predicate: Predicate): readonly string[] {
  return leavesOf(predicate).map(nameOf)
}

/** The parts of a predicate that have no parts. */
export function leavesOf(predicate: Predicate): readonly Predicate[] {
  if ('all' in predicate) return predicate.all.flatMap(leavesOf)
  if ('any' in predicate) return predicate.any.flatMap(leavesOf)
  if ('of' in predicate) return predicate.of.flatMap(leavesOf)
  return 'not' in predicate ? leavesOf(predicate.not) : [predicate]
}

function nameOf(leaf: Predicate): string {
  if ('field' in leaf) return leaf.field
  for (const list of ['purchases', 'payments', 'interactions', 'labels'] as const) {
    if (list in leaf && 'measure' in leaf) return `${list}.${leaf.measure}`
  }
  if ('segment' in leaf && leaf.for !== undefined) return 'segment for'
  return Object.keys(leaf)[0] ?? ''
}
