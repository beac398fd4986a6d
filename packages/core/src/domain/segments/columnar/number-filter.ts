import type { ValueTest } from '../condition.ts'
import { compileValueTest, integerRange } from '../evaluate/value-test.ts'
import { callFilter } from './call-filter.ts'
import type { NumberColumn } from './column.ts'
import { costs, type Filter } from './filter.ts'
import { rangeFilter } from './range-filter.ts'

/** Rows whose number passes a test; or, if not wanted, all others. */
export function numberFilter({ values }: NumberColumn, test: ValueTest, wanted: boolean): Filter {
  if (test.is === 'missing') return rangeFilter(values, -Infinity, Infinity, !wanted)
  const range = integerRange(test)
  if (range !== undefined) return rangeFilter(values, range.low, range.high, wanted)
  const passes = compileValueTest(test)
  return callFilter(costs.call, wanted, (row) => {
    const value = values[row] ?? Number.NaN
    return !Number.isNaN(value) && passes(value)
  })
}
