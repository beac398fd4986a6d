import type { Step } from '../../time/step.ts'
import type { FieldType } from '../fields/field-types.ts'
import type { Amount, FieldPredicate, Period } from '../predicate.ts'

interface Equality<V, P> {
  /** `=`; texts compare in folded form. */
  is(value: V): P
}

interface Choice<V, P> {
  /** One of the values. */
  in(values: readonly V[]): P
}

interface Order<V, P> {
  /** `>=` */
  atLeast(value: V): P
  /** `<=` */
  atMost(value: V): P
  /** `>` */
  moreThan(value: V): P
  /** `<` */
  lessThan(value: V): P
  /** Both bounds belong to it. */
  between(low: V, high: V): P
}

interface Parts<P> {
  contains(part: string): P
  startsWith(beginning: string): P
  endsWith(end: string): P
}

interface Written<P> {
  /** As written, with case and diacritics. */
  exactly(text: string): P
}

interface Dates<P> {
  /** Local days `YYYY-MM-DD`. */
  on(date: string): P
  before(date: string): P
  after(date: string): P
  /** From this day on. */
  since(date: string): P
  /** Up to this day, which belongs to it. */
  until(date: string): P
  /** Both days belong to it. */
  between(first: string, last: string): P
}

interface InPeriod<P> {
  /** `{ last: { days: 7 } }`, `{ this: 'month' }`, … */
  in(period: Period): P
}

/** Tests of a time. */
export interface TimeTests<P> extends InPeriod<P>, Dates<P> {
  /** So long ago or longer: t ≤ now − step. */
  moreThanAgo(step: Step): P
  /** More recently: t > now − step. */
  lessThanAgo(step: Step): P
}

/** Comparisons of a number. */
export interface NumberTests<V, P> extends Equality<V, P>, Order<V, P> {}

interface Missing {
  isMissing(): FieldPredicate
}

type F = FieldPredicate
type Money = number | Amount

/** The tests that fields of each type take. */
export interface TestsByType {
  readonly text: Equality<string, F> &
    Choice<string, F> &
    Order<string, F> &
    Parts<F> &
    Written<F> &
    Missing
  readonly exactText: Equality<string, F> & Choice<string, F> & Parts<F> & Missing
  readonly integer: NumberTests<number, F> & Choice<number, F> & Missing
  readonly money: NumberTests<Money, F> & Choice<Money, F>
  readonly average: NumberTests<Money, F> & Missing
  readonly number: NumberTests<number, F> & Choice<number, F> & Missing
  readonly share: NumberTests<number, F> & Choice<number, F> & Missing
  readonly instant: TimeTests<F> & Missing
  readonly localDate: Dates<F> & Choice<string, F> & Missing
  readonly anniversary: InPeriod<F> & Missing
  readonly age: NumberTests<number, F> & Choice<number, F> & Missing
  readonly flag: Equality<boolean, F>
  readonly choice: Equality<string, F> & Choice<string, F> & Missing
  readonly reference: Equality<string, F> & Choice<string, F> & Missing
}

type Value = string | number | boolean

/** The tests of a declared attribute; which of them fit is known when the predicate is checked. */
export interface AttributeTests
  extends Equality<Value, F>,
    Choice<Value, F>,
    Order<string | number, F>,
    Parts<F>,
    Written<F>,
    Missing {}

export type TestsOf<T extends FieldType> = TestsByType[T]
