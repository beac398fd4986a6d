import { assertNever } from '../assert-never.ts'
import type {
  EventListName,
  EventLists,
  EventMeasures,
  EventsCondition,
  ValueTest,
} from '../condition.ts'
import { type CustomerView, loaded } from '../customer-view.ts'
import type { EventsPredicate } from '../predicate.ts'
import { filtersOf } from '../resolve/resolve-events.ts'
import type { Value } from './column-reader.ts'
import type { Judge } from './judge.ts'
import { compileValueTest } from './value-test.ts'

/** Judges a measure over the rows of an event list. */
export function judgeEvents(condition: EventsCondition): Judge {
  const measure = measureEvents(condition)
  const low = condition.low ?? -Infinity
  const high = condition.high ?? Infinity
  return (view) => {
    const value = measure(view)
    return value !== null && value >= low && value <= high
  }
}

/** What a measure over the rows of an event list comes to; null over none where it has no value then. */
export function measureEvents(condition: EventsCondition): (view: CustomerView) => number | null {
  switch (condition.list) {
    case 'purchases': {
      const figure = measured(condition, measurePurchases(condition.measure), stands)
      return (view) => figure(loaded(view, 'purchases'))
    }
    case 'payments': {
      const figure = measured(condition, measurePayments(condition.measure))
      return (view) => figure(loaded(view, 'payments'))
    }
    case 'interactions': {
      const figure = measured(condition, measureCounted<Row<'interactions'>>(condition.measure))
      return (view) => figure(loaded(view, 'interactions'))
    }
    case 'labels': {
      const figure = measured(condition, measureCounted<Row<'labels'>>(condition.measure))
      return (view) => figure(loaded(view, 'labels'))
    }
    default:
      return assertNever(condition)
  }
}

type Row<L extends EventListName> = EventLists[L]

/** A figure over rows; null over none where the figure has no value then. */
type Measure<R> = (rows: readonly R[]) => number | null

type Cells<R> = { readonly [C in keyof R]: Value }

interface Timed {
  readonly at: number
}

function measured<R extends Timed & Cells<R>>(
  condition: Period & { readonly filters: readonly Filter<R>[] },
  measure: Measure<R>,
  counts?: (row: R) => boolean,
): Measure<R> {
  const passes = rowTest(condition, counts)
  return (rows) => measure(rows.filter(passes))
}

type Period = Pick<EventsCondition, 'after' | 'upTo'>

interface Filter<R> {
  readonly column: keyof R
  readonly test: ValueTest
}

function rowTest<R extends Timed & Cells<R>>(
  condition: Period & { readonly filters: readonly Filter<R>[] },
  counts: (row: R) => boolean = () => true,
): (row: R) => boolean {
  const after = condition.after ?? -Infinity
  const upTo = condition.upTo ?? Infinity
  const filters = condition.filters.map(filterTest<R>)
  return (row) =>
    row.at > after && row.at <= upTo && counts(row) && filters.every((passes) => passes(row))
}

/** Of the events that a predicate asks about those that pass its filters, whenever they are. */
export function eventsAskedAbout(predicate: EventsPredicate, view: CustomerView): readonly Timed[] {
  if ('purchases' in predicate) {
    const filters = filtersOf('purchases', predicate.purchases)
    return loaded(view, 'purchases').filter(rowTest({ ...always, filters }, stands))
  }
  if ('payments' in predicate) {
    const filters = filtersOf('payments', predicate.payments)
    return loaded(view, 'payments').filter(rowTest({ ...always, filters }))
  }
  if ('labels' in predicate) {
    const filters = filtersOf('labels', predicate.labels)
    return loaded(view, 'labels').filter(rowTest({ ...always, filters }))
  }
  const filters = filtersOf('interactions', predicate.interactions)
  return loaded(view, 'interactions').filter(rowTest({ ...always, filters }))
}

const always: Period = { after: null, upTo: null }

function filterTest<R extends Cells<R>>({ column, test }: Filter<R>): (row: R) => boolean {
  const passes = compileValueTest(test)
  return (row) => passes(row[column])
}

function stands(line: Row<'purchases'>): boolean {
  return line.stands === 1
}

function measurePurchases(measure: EventMeasures['purchases']): Measure<Row<'purchases'>> {
  switch (measure) {
    case 'orders':
      return (lines) => new Set(lines.map((line) => line.transactionId)).size
    case 'lines':
      return (lines) => lines.length
    case 'quantity':
      return (lines) => lines.reduce((sum, line) => sum + line.quantity, 0)
    case 'total':
      return (lines) => lines.reduce((sum, line) => sum + line.bookTotal, 0)
    case 'distinctProducts':
      return (lines) => new Set(lines.map((line) => line.productFold)).size
    case 'first':
      return earliest
    case 'last':
      return latest
  }
}

function measurePayments(measure: EventMeasures['payments']): Measure<Row<'payments'>> {
  switch (measure) {
    case 'count':
      return (payments) => payments.length
    case 'total':
      return (payments) => payments.reduce((sum, payment) => sum + payment.bookAmount, 0)
    case 'first':
      return earliest
    case 'last':
      return latest
  }
}

function measureCounted<R extends Timed>(measure: 'count' | 'first' | 'last'): Measure<R> {
  switch (measure) {
    case 'count':
      return (rows) => rows.length
    case 'first':
      return earliest
    case 'last':
      return latest
  }
}

function earliest(rows: readonly Timed[]): number | null {
  return rows.reduce<number | null>(
    (least, { at }) => (least === null || at < least ? at : least),
    null,
  )
}

function latest(rows: readonly Timed[]): number | null {
  return rows.reduce<number | null>(
    (most, { at }) => (most === null || at > most ? at : most),
    null,
  )
}
