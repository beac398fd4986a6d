/** A line of an order as it was read. Amounts are minor units and quantities are positive for what was sold. */
export interface StagedLine {
  /** Its row in the file. */
  readonly row: number
  readonly order: string
  readonly at: number
  /** The shop's number of the customer. */
  readonly customer: string | null
  /** The customer's phone, every spelling of it the same. A line has one of the two. */
  readonly phone: string | null
  readonly product: string
  readonly category: string | null
  readonly colour: string | null
  readonly size: string | null
  readonly quantity: number
  readonly price: number
  readonly total: number
  /** Null is the shop's currency. */
  readonly currency: string | null
  readonly rate: string | null
  /** What the order was paid: minor units, or `all`; null where the row does not say. */
  readonly paid: number | 'all' | null
  /** How it was paid; null where the row does not say. */
  readonly method: string | null
  /** Of the whole order, in minor units; 0 where the row does not say. */
  readonly shipping: number
  readonly tax: number
  readonly discount: number
  /** Whether the row leaves it to the others of its order to say whether that stands. */
  readonly isUnsaid: boolean
}

/** What the file says about a customer, from the first row that says it. */
export interface StagedCustomer {
  readonly number: string | null
  /** As it is written in the file. */
  readonly phone: string | null
  /** The same in the form that all spellings share. */
  readonly phoneValue: string | null
  readonly name: string | null
  readonly email: string | null
  readonly city: string | null
  readonly country: string | null
}

/** Why a row is left out: the first reason that applies. */
export type Rejection = 'noCustomer' | 'zeroQuantity' | 'noPrice'

/** A row that is wrong: what was expected, where; and the order that cannot be recorded for it. */
export interface Problem {
  readonly row: number
  readonly order: string | null
  readonly code: string
  readonly message: string
  /** The column. */
  readonly field: string
  /** What the cell holds, where one is wrong that may be shown. */
  readonly cell: string | null
}
