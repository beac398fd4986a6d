/** What is known of a customer at any time, kept in the same transaction as what changed it. Instants, not states. */
export interface FactsRow {
  readonly customerId: string
  /** Month × 100 + day of birth; 29 February is 229. */
  readonly birthdayKey: number | null
  readonly firstContactAt: number
  readonly lastInteractionAt: number | null
  /** Latest interaction, purchase or payment. */
  readonly lastActivityAt: number | null
  readonly interactions: number
  /** Latest close among the customer's windows. */
  readonly windowClosesAt: number | null
  /** Standing orders. */
  readonly orders: number
  /** Standing orders that are paid in full. */
  readonly paidOrders: number
  /** Pieces in standing orders. */
  readonly pieces: number
  /** Book total of standing orders. */
  readonly ordersTotal: number
  readonly firstPurchaseAt: number | null
  /** Month × 100 + day of the first purchase's local date; 29 February is 229. */
  readonly firstPurchaseKey: number | null
  readonly lastPurchaseAt: number | null
  /** Book money received and given back; ltv is their difference. */
  readonly paid: number
  readonly refunded: number
  readonly ltv: number
  /** Owed to the shop, owed by the shop, and the difference, in book money. */
  readonly receivable: number
  readonly credit: number
  readonly balance: number
  /** Earliest overdueAt of the customer's open sales; may lie ahead. */
  readonly overdueSince: number | null
  /** Median gap between the customer's own standing orders, ms rounded down; null with fewer than four. */
  readonly ownGap: number | null
  /** 1 when none of the last five gaps went past two rhythms. */
  readonly steady: 0 | 1
  readonly slippingAt: number | null
  readonly lapsedAt: number | null
}
