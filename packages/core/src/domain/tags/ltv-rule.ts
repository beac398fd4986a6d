import type { FieldPredicate, Predicate } from '../segments/predicate.ts'

/** Inclusive bounds of lifetime value, minor units; null is none. */
export interface LtvRange {
  readonly ltvMin: number | null
  readonly ltvMax: number | null
}

/** The predicate of a range of lifetime value; null without bounds. */
export function ltvRule({ ltvMin, ltvMax }: LtvRange): Predicate | null {
  const all: Predicate[] = []
  if (ltvMin !== null) all.push({ field: 'ltv', is: '>=', value: ltvMin })
  if (ltvMax !== null) all.push({ field: 'ltv', is: '<=', value: ltvMax })
  return all.length === 0 ? null : { all }
}

/** The bounds of a rule that says nothing but a range of lifetime value, as {@link ltvRule} makes it. */
export function ltvRange(rule: Predicate | null): LtvRange {
  const none = { ltvMin: null, ltvMax: null }
  if (rule === null || !('all' in rule)) return none
  let range: LtvRange = none
  for (const part of rule.all) {
    if (!('field' in part) || part.field !== 'ltv') return none
    const value = boundOf(part)
    if (part.is === '>=' && range.ltvMin === null) range = { ...range, ltvMin: value }
    else if (part.is === '<=' && range.ltvMax === null) range = { ...range, ltvMax: value }
    else return none
  }
  return range
}

function boundOf(part: FieldPredicate): number | null {
  return 'value' in part && typeof part.value === 'number' ? part.value : null
}
