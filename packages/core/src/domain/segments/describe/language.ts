import type { ConsentChannel, ConsentDecision, ConsentPurpose } from '../../consents/rows.ts'
import type { Step } from '../../time/step.ts'
import type { Comparison, EventListName, EventMeasures } from '../condition.ts'
import type { FieldTypes, KnownFieldName } from '../fields/field-types.ts'
import type { CalendarPeriod, TextPredicate } from '../predicate.ts'

/** What is said of some customers, and what is said of all others. */
export interface Clause {
  readonly yes: string
  readonly no: string
}

/** What stands before a time, and what is said of those who have none. */
export interface InstantClauses extends Clause {
  readonly none: Clause
  /** Of times that may lie ahead: what stands before a time to come, and before one of which nobody knows. */
  readonly ahead?: Clause
  readonly either?: Clause
}

type FieldsOfType<T> = {
  [N in KnownFieldName]: FieldTypes[N] extends T ? N : never
}[KnownFieldName]

export type FlagName = FieldsOfType<'flag'>
export type InstantName = FieldsOfType<'instant'>
export type NounName = Exclude<KnownFieldName, FlagName | InstantName>

/** How a language puts a predicate together. Clauses stand behind "customers". */
export interface Language {
  readonly everybody: string
  readonly nobody: string
  /** Clauses of everybody and of nobody, inside a longer sentence. */
  readonly anybody: Clause
  sentence(clause: string): string
  /** Whether a customer belongs, and which customers the predicate takes in or leaves out for that. */
  belongs(isSo: boolean, clause: string): string
  /** What a customer has, behind what is said of it. */
  here(values: string): string
  readonly nothing: string
  readonly and: string
  readonly or: string
  atLeast(count: number, clauses: readonly string[]): string
  atMost(count: number, clauses: readonly string[]): string

  readonly nouns: Readonly<Record<NounName, string>>
  readonly flags: Readonly<Record<FlagName, Clause>>
  readonly instants: Readonly<Record<InstantName, InstantClauses>>
  attribute(name: string): string
  /** A noun, and what is said of it. */
  of(noun: string, said: Clause): Clause
  /** That it is said of none, where a customer may have several. */
  none(noun: string, said: string): string

  readonly measures: { readonly [L in EventListName]: Readonly<Record<EventMeasures[L], string>> }
  /** What stands before the time of the first or last event that passes filters. */
  timed(noun: string, filters: string): Clause
  filter(name: string, said: string): string

  compared(is: Comparison, value: string): string
  /** The same of what has an order but no size: texts. */
  placed(is: Comparison, value: string): string
  between(low: string, high: string): Clause
  oneOf(values: readonly string[]): Clause
  text(is: TextPredicate['is'], value: string): Clause
  equal(value: string): Clause
  readonly missing: Clause
  readonly orMissing: string

  readonly period: {
    readonly last: (step: Step) => string
    readonly next: (step: Step) => string
    readonly calendar: (position: 'last' | 'this' | 'next', unit: CalendarPeriod) => string
    readonly dated: (key: 'on' | 'before' | 'after' | 'since' | 'until', date: string) => string
    readonly between: (first: string, last: string) => string
  }
  ago(is: '<=' | '>', step: Step): string
  /** Less than so long ago, or to come. */
  later(step: Step): string
  /** A comparison with an instant. */
  at(is: Comparison, instant: string): string
  date(year: number, month: number, day: number): string

  windowIsOpen(businessNumber: string | undefined): Clause
  windowCloses(businessNumber: string | undefined, step: Step): Clause
  canReceiveTemplate(): Clause
  canReceiveFreeForm(businessNumber: string | undefined): Clause
  group(name: string): Clause
  tag(name: string): Clause
  label(name: string): Clause
  hadLabel(name: string, date: string): Clause
  consent(
    purpose: ConsentPurpose,
    decision: ConsentDecision,
    channel: ConsentChannel | undefined,
  ): Clause
  /** As a noun. */
  expectedPurchases(days: number): string
  segment(name: string, held: Step | undefined): Clause
  sample(percent: number, seed: string): Clause
  /** Minor units of a currency. */
  amount(minor: number, currency: string): string
  /** A number that is no money. */
  number(value: number): string
  /** A word of a closed list, and the two flags. */
  word(word: string): string
  /** A word of the closed list of an event list's filter. */
  filterWord(filter: string, word: string): string
}
