import { compareCodePoints } from '../../text/code-point-order.ts'
import type { ValueTest } from '../condition.ts'
import type { TextColumn } from './column.ts'

/** Codes low ≤ code ≤ high; none where low is more than high. */
export interface CodeRange {
  readonly low: number
  readonly high: number
}

type OrderTest = Extract<ValueTest, { readonly is: '=' | '<' | '<=' | '>' | '>=' | 'between' }>

const none: CodeRange = { low: 1, high: 0 }

/** The codes of the texts that an order test lets through: codes are in the order of their texts. */
export function codesAmong(column: TextColumn, test: OrderTest): CodeRange {
  const { low, high } = test.is === 'between' ? test : { low: test.value, high: test.value }
  if (typeof low !== 'string' || typeof high !== 'string') return none
  const last = column.texts.length
  switch (test.is) {
    case '=':
    case 'between':
      return { low: lastBefore(column, low) + 1, high: lastThrough(column, high) }
    case '<':
      return { low: 1, high: lastBefore(column, high) }
    case '<=':
      return { low: 1, high: lastThrough(column, high) }
    case '>':
      return { low: lastThrough(column, low) + 1, high: last }
    case '>=':
      return { low: lastBefore(column, low) + 1, high: last }
  }
}

/** The last code whose text comes before this one. */
function lastBefore({ texts }: TextColumn, text: string): number {
  let [low, high] = [0, texts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareCodePoints(texts[middle] ?? '', text) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The last code whose text is this one or comes before it. */
function lastThrough(column: TextColumn, text: string): number {
  const before = lastBefore(column, text)
  return column.texts[before] === text ? before + 1 : before
}
