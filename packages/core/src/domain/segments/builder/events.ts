import type { Comparison } from '../condition.ts'
import type {
  Amount,
  EventsPredicate,
  EventsTest,
  InteractionFilters,
  LabelFilters,
  PaymentFilters,
  PeriodKeys,
  PurchaseFilters,
} from '../predicate.ts'
import type { NumberTests, TimeTests } from './tests.ts'
import { timeTests } from './time-tests.ts'

type CountTests = NumberTests<number, EventsPredicate>
type MoneyTests = NumberTests<number | Amount, EventsPredicate>
type EventTimeTests = TimeTests<EventsPredicate>

export interface PurchaseMeasures {
  /** Orders that hold a matching line. */
  readonly orders: CountTests
  readonly lines: CountTests
  /** Pieces. */
  readonly quantity: CountTests
  /** Book money after all discounts. */
  readonly total: MoneyTests
  readonly distinctProducts: CountTests
  readonly first: EventTimeTests
  readonly last: EventTimeTests
}

export interface PaymentMeasures {
  readonly count: CountTests
  readonly total: MoneyTests
  readonly first: EventTimeTests
  readonly last: EventTimeTests
}

export type InteractionMeasures = Omit<PaymentMeasures, 'total'>

export type LabelMeasures = InteractionMeasures

/**
 * Lines of standing orders that pass the filters and lie in the period.
 *
 * @example
 * ```ts
 * const keen: Predicate = purchases({ product: 'KOPI-250', last: { days: 90 } }).orders.atLeast(3)
 * ```
 */
export function purchases(filters: PurchaseFilters & PeriodKeys = {}): PurchaseMeasures {
  const measured =
    (measure: keyof PurchaseMeasures) =>
    (test: EventsTest): EventsPredicate => ({
      purchases: filters,
      measure,
      ...test,
    })
  return {
    orders: numberTests(measured('orders')),
    lines: numberTests(measured('lines')),
    quantity: numberTests(measured('quantity')),
    total: numberTests(measured('total')),
    distinctProducts: numberTests(measured('distinctProducts')),
    first: timeTests(measured('first')),
    last: timeTests(measured('last')),
  }
}

/** Payments received that pass the filters and lie in the period. */
export function payments(filters: PaymentFilters & PeriodKeys = {}): PaymentMeasures {
  const measured =
    (measure: keyof PaymentMeasures) =>
    (test: EventsTest): EventsPredicate => ({
      payments: filters,
      measure,
      ...test,
    })
  return {
    count: numberTests(measured('count')),
    total: numberTests(measured('total')),
    first: timeTests(measured('first')),
    last: timeTests(measured('last')),
  }
}

/** Messages, calls, visits, searches and forms that pass the filters and lie in the period. */
export function interactions(filters: InteractionFilters & PeriodKeys = {}): InteractionMeasures {
  const measured =
    (measure: keyof InteractionMeasures) =>
    (test: EventsTest): EventsPredicate => ({
      interactions: filters,
      measure,
      ...test,
    })
  return {
    count: numberTests(measured('count')),
    first: timeTests(measured('first')),
    last: timeTests(measured('last')),
  }
}

/** Labels put on that pass the filters and lie in the period. */
export function labels(filters: LabelFilters & PeriodKeys = {}): LabelMeasures {
  const measured =
    (measure: keyof LabelMeasures) =>
    (test: EventsTest): EventsPredicate => ({
      labels: filters,
      measure,
      ...test,
    })
  return {
    count: numberTests(measured('count')),
    first: timeTests(measured('first')),
    last: timeTests(measured('last')),
  }
}

function numberTests(make: (test: EventsTest) => EventsPredicate): MoneyTests {
  const compare =
    (is: Comparison) =>
    (value: number | Amount): EventsPredicate =>
      make({ is, value })
  return {
    is: compare('='),
    atLeast: compare('>='),
    atMost: compare('<='),
    moreThan: compare('>'),
    lessThan: compare('<'),
    between: (low, high) => make({ is: 'between', value: [low, high] }),
  }
}
