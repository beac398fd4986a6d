import type { Cell } from '../domain/change/rows.ts'
import { compareCodePoints } from '../domain/text/code-point-order.ts'

/** Order of stored values: missing first, numbers by size, texts by code point. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareCodePoints(String(a), String(b))
}
