import { expect, test } from 'vitest'
import { gapsBetween, median } from '../../../src/domain/value/median.ts'

test.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[1, 2], 1],
  [[10, 2, 4, 7], 5],
  [[0, 0, 0, 30], 0],
  [[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 2], Number.MAX_SAFE_INTEGER - 1],
])('the median of %j is %j', (values, wanted) => {
  expect(median(values)).toBe(wanted)
})

test('all gaps count, those of nothing too', () => {
  expect(gapsBetween([3, 3, 10, 30])).toEqual([0, 7, 20])
  expect(gapsBetween([3])).toEqual([])
})
