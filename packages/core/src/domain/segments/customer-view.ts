import type { ConsentRow } from '../consents/rows.ts'
import type { AttributeRow, CustomerRow, IdentityRow } from '../customers/rows.ts'
import { LanggananError } from '../error/langganan-error.ts'
import type { InteractionRow, WindowRow } from '../interactions/rows.ts'
import type { LabelSpanRow } from '../labels/rows.ts'
import type { ScoresRow } from '../scores/rows.ts'
import type { LineRow, PaymentRow, TransactionRow } from '../transactions/rows.ts'
import type { FactsRow } from '../value/rows.ts'
import type { SegmentMemberRow } from './rows.ts'

/**
 * One customer as criteria see it: profile and facts, and the lists that a predicate reads. A list
 * that is absent was not loaded, which is not the same as empty.
 */
export interface CustomerView extends Partial<CustomerLists> {
  readonly customer: CustomerRow
  readonly facts: FactsRow
}

/** The lists beside profile and facts. */
export interface CustomerLists {
  readonly identities: readonly IdentityRow[]
  readonly attributes: readonly AttributeRow[]
  readonly windows: readonly WindowRow[]
  /** Ids of the groups that the customer is in. */
  readonly groups: readonly string[]
  /** Ids of the customer's tags, given by hand or by rule. */
  readonly tags: readonly string[]
  /** Lines of orders; those of orders that do not stand are passed over. */
  readonly purchases: readonly LineRow[]
  readonly payments: readonly PaymentRow[]
  readonly interactions: readonly InteractionRow[]
  /** Transactions; those of which nothing is open, or which are not due, are passed over. */
  readonly invoices: readonly OpenSale[]
  /** Times for which the customer had a label. */
  readonly labels: readonly LabelSpanRow[]
  /** What holds by purpose and channel. */
  readonly consents: readonly ConsentRow[]
  /** What models say: one row or none. */
  readonly scores: readonly ScoresRow[]
  /** Tracked segments that the customer is kept as a member of. */
  readonly memberships: readonly SegmentMemberRow[]
}

/** What is open of a transaction, and since when that is overdue. */
export type OpenSale = Pick<TransactionRow, 'openBook' | 'overdueAt'>

export type CustomerListName = keyof CustomerLists

/**
 * The list of a view.
 *
 * @throws LanggananError `LIST_NOT_LOADED` if the view holds none.
 */
export function loaded<L extends CustomerListName>(view: CustomerView, list: L): CustomerLists[L] {
  const lists: Partial<CustomerLists> = view
  const rows = lists[list]
  if (rows !== undefined) return rows
  throw new LanggananError(
    'LIST_NOT_LOADED',
    `The predicate reads the customer's ${list}, which this view does not hold; load every list that needs() names.`,
    { field: list },
  )
}
