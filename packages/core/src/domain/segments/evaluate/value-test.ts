import { compareCodePoints } from '../../text/code-point-order.ts'
import type { Comparison, ValueTest } from '../condition.ts'
import type { Value } from './column-reader.ts'

/** A test of one value as a function. Values of another type than the test's never pass. */
export function compileValueTest(test: ValueTest): (value: Value) => boolean {
  switch (test.is) {
    case 'missing':
      return (value) => value === null
    case 'in': {
      const values: ReadonlySet<Value> = new Set(test.values)
      return (value) => value !== null && values.has(value)
    }
    case 'contains':
      return textTest(test.value, (value, part) => value.includes(part))
    case 'startsWith':
      return textTest(test.value, (value, part) => value.startsWith(part))
    case 'endsWith':
      return textTest(test.value, (value, part) => value.endsWith(part))
    case 'between': {
      const low = compileComparison('>=', test.low)
      const high = compileComparison('<=', test.high)
      return (value) => low(value) && high(value)
    }
    default:
      return compileComparison(test.is, test.value)
  }
}

function textTest(
  part: string,
  passes: (value: string, part: string) => boolean,
): (value: Value) => boolean {
  return (value) => typeof value === 'string' && passes(value, part)
}

function compileComparison(is: Comparison, bound: string | number): (value: Value) => boolean {
  if (is === '=') return (value) => value === bound
  const holds = ofOrder[is]
  return typeof bound === 'number'
    ? (value) => typeof value === 'number' && holds(value < bound ? -1 : value > bound ? 1 : 0)
    : (value) => typeof value === 'string' && holds(compareCodePoints(value, bound))
}

const ofOrder: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Inclusive bounds. */
export interface Range {
  readonly low: number
  readonly high: number
}

/**
 * The whole numbers that pass a test, where they lie in one range: every comparison with an integer
 * and `between`. Undefined for other tests.
 */
export function integerRange(test: ValueTest): Range | undefined {
  if (test.is === 'between') return rangeOf(test.low, test.high)
  if (!('value' in test) || typeof test.value !== 'number') return undefined
  const { value } = test
  if (!Number.isSafeInteger(value)) return undefined
  switch (test.is) {
    case '=':
      return { low: value, high: value }
    case '<':
      return { low: -Infinity, high: value - 1 }
    case '<=':
      return { low: -Infinity, high: value }
    case '>':
      return { low: value + 1, high: Infinity }
    case '>=':
      return { low: value, high: Infinity }
    default:
      return undefined
  }
}

function rangeOf(low: string | number, high: string | number): Range | undefined {
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : undefined
}
