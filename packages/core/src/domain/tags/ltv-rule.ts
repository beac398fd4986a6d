import type { Predicate } from '../segments/predicate.ts'

/** Inclusive bounds of lifetime value, minor units; null is none. */
export interface LtvRange {
  readonly ltvMin: number | null
  readonly ltvMax: number | null
}

/** The predicate, as JSON, of a range of lifetime value; null without bounds. */
export function ltvRule({ ltvMin, ltvMax }: LtvRange): string | null {
  const all: Predicate[] = []
  if (ltvMin !== null) all.push({ field: 'ltv', is: '>=', value: ltvMin })
  if (ltvMax !== null) all.push({ field: 'ltv', is: '<=', value: ltvMax })
  return all.length === 0 ? null : JSON.stringify({ all })
}

/** The bounds that a rule made by {@link ltvRule} has. */
export function ltvRange(rule: string | null): LtvRange {
  const parsed: unknown = rule === null ? {} : JSON.parse(rule)
  return { ltvMin: boundOf(parsed, '>='), ltvMax: boundOf(parsed, '<=') }
}

function boundOf(rule: unknown, is: '>=' | '<='): number | null {
  const parts: unknown = typeof rule === 'object' && rule !== null && 'all' in rule ? rule.all : []
  if (!Array.isArray(parts)) return null
  const part: unknown = parts.find((each) => each.is === is)
  return typeof part === 'object' &&
    part !== null &&
    'value' in part &&
    typeof part.value === 'number'
    ? part.value
    : null
}
