import type { ConsentChannel, ConsentDecision, ConsentPurpose } from '../consents/rows.ts'
import type { CustomerRow, IdentityRowKind } from '../customers/rows.ts'
import type { InteractionRow } from '../interactions/rows.ts'
import type { LabelSpanRow } from '../labels/rows.ts'
import type { ScoreColumn } from '../scores/rows.ts'
import type { LineRow, PaymentRow } from '../transactions/rows.ts'
import type { FactsRow } from '../value/rows.ts'

/**
 * A predicate after everything relative, named or human has been settled: instants are absolute,
 * texts folded, money in minor units, names ids. Engines see only this. A comparison with a missing
 * value is false; `not` is the complement.
 */
export type Condition =
  | AllCondition
  | AnyCondition
  | NotCondition
  | AtLeastCondition
  | ColumnCondition
  | AverageCondition
  | IdentityCondition
  | ReachableCondition
  | AttributeCondition
  | WindowCondition
  | MemberCondition
  | LabelCondition
  | ConsentCondition
  | ScoreCondition
  | MembershipCondition
  | EventsCondition
  | OverdueCondition
  | SampleCondition

/** Every one of the parts; true where there is none. */
export interface AllCondition {
  readonly op: 'all'
  readonly of: readonly Condition[]
}

/** Some one of the parts; false where there is none. */
export interface AnyCondition {
  readonly op: 'any'
  readonly of: readonly Condition[]
}

export interface NotCondition {
  readonly op: 'not'
  readonly of: Condition
}

/** At least so many of the parts. */
export interface AtLeastCondition {
  readonly op: 'atLeast'
  readonly count: number
  readonly of: readonly Condition[]
}

export interface ColumnCondition {
  readonly op: 'column'
  readonly column: ColumnRef
  readonly test: ValueTest
}

/** Compares total ÷ count exactly; false where count is 0. */
export interface AverageCondition {
  readonly op: 'average'
  readonly total: ColumnRef
  readonly count: ColumnRef
  readonly is: Comparison
  readonly value: number
}

/** Any identity of the kind passes; `missing` means there is none. */
export interface IdentityCondition {
  readonly op: 'identity'
  readonly kind: IdentityRowKind
  readonly column: 'value' | 'fold' | 'given' | 'bouncedAt'
  readonly test: ValueTest
}

/** Some identity is of a kind that WhatsApp can write to. */
export interface ReachableCondition {
  readonly op: 'reachable'
}

/** Any value of the multi-valued or custom field passes; `missing` means there is none. */
export interface AttributeCondition {
  readonly op: 'attribute'
  readonly field: string
  readonly column: 'text' | 'textFold' | 'number'
  readonly test: ValueTest
}

/** Some window, of the business number if one is named, closes in closesAfter < t ≤ closesUpTo. */
export interface WindowCondition {
  readonly op: 'window'
  readonly businessNumber: string | null
  readonly closesAfter: number
  readonly closesUpTo: number | null
}

export interface MemberCondition {
  readonly op: 'member'
  readonly of: 'group' | 'tag'
  readonly id: string
}

/** Has the label, or, with an instant, had it just before that. */
export interface LabelCondition {
  readonly op: 'label'
  readonly id: string
  readonly before: number | null
}

/** One of the decisions holds for the purpose on the channel, or on any where it is null. */
export interface ConsentCondition {
  readonly op: 'consent'
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel | null
  readonly decisions: readonly ConsentDecision[]
}

/** A score of the customer, in whole numbers as stored; `missing` also where there is no row. */
export interface ScoreCondition {
  readonly op: 'score'
  readonly column: ScoreColumn
  readonly test: ValueTest
}

/** Is kept as a member of a tracked segment since upTo or earlier. */
export interface MembershipCondition {
  readonly op: 'membership'
  readonly segment: string
  readonly upTo: number
}

/**
 * What is open in book money of the customer's sales that are overdue at an instant lies in
 * low ≤ m ≤ high, where null leaves a side open; 0 where none is.
 */
export interface OverdueCondition {
  readonly op: 'overdue'
  readonly at: number
  readonly low: number | null
  readonly high: number | null
}

/** In the sample iff (a · sampleKey + b) mod (2³¹ − 1) < share; all three lie below 2³¹. */
export interface SampleCondition {
  readonly op: 'sample'
  readonly a: number
  readonly b: number
  readonly share: number
}

export type Comparison = '=' | '<' | '<=' | '>' | '>='

/** A test of one value. Texts compare by code point. Every test but `missing` is false on null. */
export type ValueTest =
  | { readonly is: Comparison; readonly value: string | number }
  /** Both bounds belong to it. */
  | { readonly is: 'between'; readonly low: string | number; readonly high: string | number }
  | { readonly is: 'in'; readonly values: readonly (string | number)[] }
  | { readonly is: 'contains' | 'startsWith' | 'endsWith'; readonly value: string }
  | { readonly is: 'missing' }

export type ColumnRef =
  | { readonly table: 'customers'; readonly column: keyof CustomerRow & string }
  | { readonly table: 'facts'; readonly column: keyof FactsRow & string }

/** The event lists that criteria read: lines of standing orders, payments, interactions, labels put on. */
export interface EventLists {
  readonly purchases: LineRow
  readonly payments: PaymentRow
  readonly interactions: InteractionRow
  readonly labels: LabelSpanRow
}

export type EventListName = keyof EventLists

/** What is measured over the rows of a list. */
export interface EventMeasures {
  readonly purchases:
    | 'orders'
    | 'lines'
    | 'quantity'
    | 'total'
    | 'distinctProducts'
    | 'first'
    | 'last'
  readonly payments: 'count' | 'total' | 'first' | 'last'
  readonly interactions: 'count' | 'first' | 'last'
  readonly labels: 'count' | 'first' | 'last'
}

export type EventMeasure = EventMeasures[EventListName]

/**
 * Over the rows of a list that pass every filter and lie in after < at ≤ upTo: the measure lies in
 * low ≤ m ≤ high, where null leaves a side open. Over no rows counts and totals are 0, while `first`
 * and `last` are missing and so the condition is false.
 */
export type EventsCondition = { readonly [L in EventListName]: EventsConditionOn<L> }[EventListName]

export interface EventsConditionOn<L extends EventListName> {
  readonly op: 'events'
  readonly list: L
  readonly filters: readonly EventFilter<L>[]
  readonly after: number | null
  readonly upTo: number | null
  readonly measure: EventMeasures[L]
  readonly low: number | null
  readonly high: number | null
}

export interface EventFilter<L extends EventListName> {
  readonly column: keyof EventLists[L] & string
  readonly test: ValueTest
}
