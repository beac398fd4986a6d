import type { Customer } from './customer.ts'

/** A row of a customer list. Amounts are minor units of the book currency. */
export interface CustomerListRow extends Customer {
  readonly groups: readonly Named[]
  readonly tags: readonly Named[]
  readonly firstContactAt: Date
  readonly lastActivityAt: Date | null
  /** Some WhatsApp window is open. */
  readonly active: boolean
  /** Has a standing order that is fully paid. */
  readonly productive: boolean
  readonly orders: number
  readonly ltv: number
  readonly balance: number
}

export interface Named {
  readonly id: string
  readonly name: string
}
