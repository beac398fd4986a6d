import { assertNever } from '../../assert-never.ts'
import type { AverageCondition, Condition, EventsCondition, ValueTest } from '../../condition.ts'
import type { CustomerView } from '../../customer-view.ts'
import { columnReader } from '../../evaluate/columns.ts'
import { measureEvents } from '../../evaluate/events.ts'
import { overdueBalance } from '../../evaluate/overdue.ts'

/**
 * A whole number that a condition reads of a customer. A leaf's verdict is the same for all numbers
 * that no bound parts from each other: below a bound, on it, above it.
 */
export interface Gauge {
  readonly read: (view: CustomerView) => bigint | null
  readonly bounds: readonly bigint[]
}

/** The gauges of a condition. What holds no number, or one that no action moves step by step, has none. */
export function gaugesOf(condition: Condition): readonly Gauge[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.of.flatMap(gaugesOf)
    case 'not':
      return gaugesOf(condition.of)
    case 'column': {
      const { read } = columnReader(condition.column)
      return gauge((view) => read(view), boundsOf(condition.test))
    }
    case 'average':
      return [averageGauge(condition)]
    case 'events':
      return gauge(measureEvents(condition), boundsOfEvents(condition))
    case 'overdue': {
      const { at, low, high } = condition
      return gauge((view) => overdueBalance(view, at), numbersIn([low, high]))
    }
    case 'identity':
    case 'reachable':
    case 'attribute':
    case 'window':
    case 'member':
    case 'label':
    case 'consent':
    case 'score':
    case 'membership':
    case 'sample':
      return []
    default:
      return assertNever(condition)
  }
}

function gauge(
  read: (view: CustomerView) => string | number | null,
  bounds: readonly bigint[],
): readonly Gauge[] {
  if (bounds.length === 0) return []
  const readWhole = (view: CustomerView): bigint | null => {
    const value = read(view)
    return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : null
  }
  return [{ read: readWhole, bounds }]
}

/** What the total lacks of value × count: an average lies at the value where that is 0. */
function averageGauge({ total, count, value }: AverageCondition): Gauge {
  const [totalOf, countOf] = [columnReader(total).read, columnReader(count).read]
  return {
    bounds: [0n],
    read(view) {
      const [sum, rows] = [totalOf(view), countOf(view)]
      return typeof sum === 'number' && typeof rows === 'number'
        ? BigInt(sum) - BigInt(Math.floor(value)) * BigInt(rows)
        : null
    },
  }
}

function boundsOf(test: ValueTest): readonly bigint[] {
  if (test.is === 'missing') return []
  if (test.is === 'in') return numbersIn(test.values)
  return numbersIn(test.is === 'between' ? [test.low, test.high] : [test.value])
}

function boundsOfEvents({ measure, low, high }: EventsCondition): readonly bigint[] {
  return measure === 'first' || measure === 'last' ? [] : numbersIn([low, high])
}

function numbersIn(values: readonly (string | number | null)[]): readonly bigint[] {
  return values.flatMap((value) =>
    typeof value === 'number' && Number.isFinite(value) ? [BigInt(Math.floor(value))] : [],
  )
}

/** Whether more orders may turn a condition back and forth: by an average, the rhythm, lines of several orders. */
export function isUneven(condition: Condition): boolean {
  if (condition.op === 'all' || condition.op === 'any' || condition.op === 'atLeast')
    return condition.of.some(isUneven)
  if (condition.op === 'not') return isUneven(condition.of)
  if (condition.op === 'average') return true
  // So many orders of so many lines.
  if (condition.op === 'events') return condition.measure === 'lines'
  return condition.op === 'column' && unevenColumns.has(condition.column.column)
}

const unevenColumns: ReadonlySet<string> = new Set(['steady', 'ownGap', 'slippingAt', 'lapsedAt'])
