import { withoutSign } from '../money/currency-sign.ts'
import { withoutApostrophe } from './cell-text.ts'
import type { ColumnKey, Columns } from './columns.ts'
import type { DecimalMark } from './import-options.ts'
import type { NumberStyle } from './number-style.ts'
import { markShownBy } from './number-text.ts'
import { isAmountPaid } from './paid.ts'

const numberColumns: readonly ColumnKey[] = [
  'price',
  'total',
  'paid',
  'shipping',
  'tax',
  'discount',
  'quantity',
  'rate',
]

/** Finds out how a file writes its numbers, from as many of its rows as that takes. */
export class NumberLook {
  readonly #stated: DecimalMark | undefined
  #shown: DecimalMark | undefined
  #paidHasAmounts = false
  #isEnough = false

  constructor(stated: DecimalMark | undefined) {
    this.#stated = stated
  }

  /** Whether further rows would change nothing. */
  get isEnough(): boolean {
    return this.#isEnough
  }

  take(columns: Columns, cells: readonly string[]): void {
    for (const key of numberColumns) {
      if (this.#shown !== undefined) break
      if (columns.has(key))
        this.#shown = markShownBy(withoutSign(withoutApostrophe(columns.text(cells, key))))
    }
    const hasPaid = columns.has('paid')
    if (hasPaid) this.#paidHasAmounts ||= isAmountPaid(columns.text(cells, 'paid'))
    const knowsMark = (this.#stated ?? this.#shown) !== undefined
    this.#isEnough = knowsMark && (!hasPaid || this.#paidHasAmounts)
  }

  get style(): NumberStyle {
    return {
      numbers: { mark: this.#stated ?? this.#shown, isStated: this.#stated !== undefined },
      paidHasAmounts: this.#paidHasAmounts,
    }
  }
}
