import { expect } from 'vitest'
import type { Dump } from '../world/rows.ts'

/** Compares table by table: a difference is shown with its table. */
export function expectSameRows(actual: Dump, expected: Dump): void {
  for (const table of Object.keys(expected)) {
    expect(actual[table], `rows of ${table}`).toEqual(expected[table])
  }
}
