import type { LifeLine } from './life.ts'

/** A sale in the making: what it comes to may still be open. */
export interface SaleDraft {
  readonly at: number
  readonly line: Omit<LifeLine, 'total'>
  /** What it must come to; null for anything. */
  readonly total: number | null
  /** Other lines of the same order. */
  readonly more: readonly LifeLine[]
}
