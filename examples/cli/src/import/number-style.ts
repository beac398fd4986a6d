import type { NumberForm } from './number-text.ts'

/** How a file writes its numbers. */
export interface NumberStyle {
  readonly numbers: NumberForm
  /** Whether the column of what was paid holds amounts, so that 1 is one and no yes. */
  readonly paidHasAmounts: boolean
}
