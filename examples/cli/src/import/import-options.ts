import type { Encoding } from '../csv/decode.ts'
import type { DateFormat } from '../input/time-text.ts'
import type { OrderState } from './state-words.ts'

/** Names of the columns, by what they hold. */
export interface ColumnNames {
  readonly order: string
  readonly product: string
  readonly quantity: string
  readonly date: string
  readonly customer?: string
  readonly price?: string
  readonly total?: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly city?: string
  readonly country?: string
  readonly category?: string
  readonly colour?: string
  readonly size?: string
  readonly paid?: string
  readonly status?: string
  readonly method?: string
  readonly shipping?: string
  readonly tax?: string
  readonly discount?: string
  readonly currency?: string
  readonly rate?: string
}

/** How the file writes what it says. */
export interface FileForm {
  readonly delimiter?: string
  readonly encoding?: Encoding
  readonly dateFormat?: DateFormat
  readonly decimalMark?: DecimalMark
}

export type DecimalMark = '.' | ','

export interface ImportOptions extends ColumnNames, FileForm {
  /** Leaves orders with wrong rows out, instead of refusing the file. */
  readonly skipInvalid?: boolean
  /** What words of the file's own mean in the column of the status. */
  readonly statusWord?: readonly StatusWord[]
  /** How orders were paid that do not say it; in cash if absent. */
  readonly defaultMethod?: string
  /** Columns that are left unread on purpose. */
  readonly ignore?: readonly string[]
}

/** A word of the file's own in the column of the status, and what it means. */
export interface StatusWord {
  readonly word: string
  readonly state: OrderState
}
