import type { Predicate } from '../../predicate.ts'
import { mergeBounds } from './merge-bounds.ts'
import { mergeValues } from './merge-values.ts'

type Word = 'all' | 'any'

/** Parts that are as simple as can be, as one predicate. */
export function simplifyList(word: Word, given: readonly Predicate[]): Predicate {
  const flat = given.flatMap((part) => partsOf(word, part) ?? [part])
  const other = word === 'all' ? 'any' : 'all'
  // `{"any": []}` among all, or `{"all": []}` among any, decides alone.
  if (flat.some((part) => partsOf(other, part)?.length === 0)) return listOf(other, [])
  const keys = flat.map((part) => JSON.stringify(part))
  const known = new Set(keys)
  if (keys.some((key) => known.has(`{"not":${key}}`))) return listOf(other, [])
  const once = flat.filter((_, i) => keys.indexOf(keys[i] ?? '') === i)
  const needed = once.filter((part) => !isAbsorbed(part, other, known))
  const merged = mergeBounds(word, word === 'any' ? mergeValues(needed) : needed)
  const [only, ...more] = merged
  return only !== undefined && more.length === 0 ? only : listOf(word, merged)
}

/** Whether one of its own parts stands beside a list: `a and (a or b)` is `a`. */
function isAbsorbed(part: Predicate, other: Word, beside: ReadonlySet<string>): boolean {
  return partsOf(other, part)?.some((inner) => beside.has(JSON.stringify(inner))) === true
}

function partsOf(word: Word, predicate: Predicate): readonly Predicate[] | undefined {
  if (word === 'all') return 'all' in predicate ? predicate.all : undefined
  return 'any' in predicate ? predicate.any : undefined
}

function listOf(word: Word, parts: readonly Predicate[]): Predicate {
  return word === 'all' ? { all: parts } : { any: parts }
}

/** So many of some parts; what always holds or never does is counted out. Parts that stand twice count twice. */
export function simplifyAtLeast(count: number, given: readonly Predicate[]): Predicate {
  const sure = given.filter((part) => partsOf('all', part)?.length === 0)
  const open = given.filter(
    (part) => partsOf('all', part)?.length !== 0 && partsOf('any', part)?.length !== 0,
  )
  const needed = count - sure.length
  if (needed <= 0) return { all: [] }
  if (needed > open.length) return { any: [] }
  if (needed === 1) return simplifyList('any', open)
  return needed === open.length ? simplifyList('all', open) : { atLeast: needed, of: open }
}
