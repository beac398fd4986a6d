import type { Predicate } from '../../predicate.ts'
import { type Bound, type BoundTest, boundIn, rangeOf } from './bound-of.ts'

/** Of several bounds of one value the one that decides, and of a lower and an upper one a range. */
export function mergeBounds(
  word: 'all' | 'any',
  parts: readonly Predicate[],
): readonly Predicate[] {
  const bounded = parts.flatMap((part): readonly BoundedPart[] => {
    const test = boundIn(part)
    return test === undefined ? [] : [{ part, test }]
  })
  const kept = new Map<string, BoundedPart>()
  for (const each of bounded) {
    const before = kept.get(keyOf(each.test))
    if (before === undefined || isDeciding(word, each.test.bound, before.test.bound))
      kept.set(keyOf(each.test), each)
  }
  const decisive = new Set([...kept.values()].map(({ part }) => part))
  const idle = new Set(bounded.map(({ part }) => part).filter((part) => !decisive.has(part)))
  const left = parts.filter((part) => !idle.has(part))
  return word === 'all' ? asRanges(left, [...kept.values()]) : left
}

interface BoundedPart {
  readonly part: Predicate
  readonly test: BoundTest
}

function keyOf({ subject, side, bound }: BoundTest): string {
  return `${side} ${bound.family} ${subject}`
}

/** Whether a bound decides beside another one of the same side: of all the narrower, of any the wider. */
function isDeciding(word: 'all' | 'any', one: Bound, other: Bound): boolean {
  return word === 'all' ? isNarrower(one, other) : isNarrower(other, one)
}

function isNarrower(one: Bound, other: Bound): boolean {
  const order = one.inwards - other.inwards
  return order > 0 || (order === 0 && one.isOpen && !other.isOpen)
}

/** A lower and an upper bound of one value as a range, in the place of the first. */
function asRanges(
  parts: readonly Predicate[],
  bounded: readonly BoundedPart[],
): readonly Predicate[] {
  const highs = new Map(
    bounded.flatMap(({ part, test }) =>
      test.side === 'high' ? [[pairOf(test), part] as const] : [],
    ),
  )
  const ranges = new Map<Predicate, Predicate | null>()
  for (const { part, test } of bounded) {
    const high = test.side === 'low' ? highs.get(pairOf(test)) : undefined
    const range = high && rangeOf(part, high)
    if (high === undefined || range === undefined) continue
    const isFirst = parts.indexOf(part) < parts.indexOf(high)
    ranges.set(part, isFirst ? range : null)
    ranges.set(high, isFirst ? null : range)
  }
  return parts.flatMap((part) => {
    const range = ranges.get(part)
    return range === undefined ? [part] : range === null ? [] : [range]
  })
}

function pairOf({ subject, bound }: BoundTest): string {
  return `${bound.family} ${subject}`
}
