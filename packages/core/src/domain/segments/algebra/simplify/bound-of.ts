import type { Comparison } from '../../condition.ts'
import { eventQuestion } from '../../event-question.ts'
import { isAttributeFieldName } from '../../fields/attribute-field.ts'
import { fields } from '../../fields/fields.ts'
import type { Ago, Predicate, Scalar } from '../../predicate.ts'
import { isAgo } from '../../resolve/checked.ts'

/** A bound as a number that grows the fewer values it lets through. */
export interface Bound {
  /** Only bounds of one family can be compared. */
  readonly family: 'number' | 'date' | 'exact' | 'months'
  readonly inwards: number
  /** The bound itself is not let through. */
  readonly isOpen: boolean
}

/** A part that bounds a value on one side. */
export interface BoundTest {
  /** What is bounded: something that a customer has one value of at most. */
  readonly subject: string
  readonly side: 'low' | 'high'
  readonly bound: Bound
}

/** What a part bounds, if it does and that has one value at most. */
export function boundIn(part: Predicate): BoundTest | undefined {
  const subject = subjectOf(part)
  if (subject === undefined || !('value' in part)) return undefined
  if (part.is !== '<' && part.is !== '<=' && part.is !== '>' && part.is !== '>=') return undefined
  const side = part.is === '<' || part.is === '<=' ? 'high' : 'low'
  const place = placeOf(part.value)
  if (place === undefined) return undefined
  const inwards = side === 'low' ? place.number : -place.number
  const bound = { family: place.family, inwards, isOpen: part.is === '<' || part.is === '>' }
  return { subject, side, bound }
}

const compared: ReadonlySet<string> = new Set([
  'integer',
  'money',
  'average',
  'share',
  'age',
  'instant',
  'localDate',
])

function subjectOf(part: Predicate): string | undefined {
  if ('measure' in part) {
    const { list, chosen, measure } = eventQuestion(part)
    return JSON.stringify([list, chosen, measure])
  }
  if (!('field' in part) || isAttributeFieldName(part.field)) return undefined
  return compared.has(fields[part.field].type) ? part.field : undefined
}

const minutes = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 } as const

/** Where a value lies: of times that long ago, the longer the earlier. */
function placeOf(value: Scalar | Ago): { family: Bound['family']; number: number } | undefined {
  if (typeof value === 'number') return { family: 'number', number: value }
  if (typeof value === 'string') {
    const number = Date.parse(value)
    return Number.isNaN(number) ? undefined : { family: 'date', number }
  }
  if (typeof value !== 'object' || !isAgo(value)) return undefined
  const { ago } = value
  const months = (ago.months ?? 0) + 3 * (ago.quarters ?? 0) + 12 * (ago.years ?? 0)
  if (months > 0) return { family: 'months', number: -months }
  const exact =
    (ago.minutes ?? 0) * minutes.minutes +
    (ago.hours ?? 0) * minutes.hours +
    (ago.days ?? 0) * minutes.days +
    (ago.weeks ?? 0) * minutes.weeks
  return { family: 'exact', number: -exact }
}

/** One predicate for a lower and an upper bound; undefined where none says the same. */
export function rangeOf(one: Predicate, other: Predicate): Predicate | undefined {
  const [a, b] = [numberTest(one), numberTest(other)]
  if (a === undefined || b === undefined) return undefined
  const [low, high] = a.is === '>=' || a.is === '>' ? [a, b] : [b, a]
  const isEmpty = low.value > high.value
  if (isEmpty) return { any: [] }
  if (low.is !== '>=' || high.is !== '<=') return undefined
  const value = [low.value, high.value] as const
  if ('measure' in one) return { ...one, is: 'between', value }
  return 'field' in one ? { field: one.field, is: 'between', value } : undefined
}

function numberTest(part: Predicate): { is: Comparison; value: number } | undefined {
  if (!('value' in part) || typeof part.value !== 'number') return undefined
  if (part.is !== '<' && part.is !== '<=' && part.is !== '>' && part.is !== '>=') return undefined
  return { is: part.is, value: part.value }
}
