import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'

/** Whether facts and lists agree as far as they do for every customer of a shop; random ones often do not. */
export function couldExist({ facts, purchases = [], interactions = [] }: CustomerView): boolean {
  const lines = purchases.filter(({ stands }) => stands === 1)
  const { orders, paid, refunded, receivable, credit, ordersTotal } = facts
  const bought = [facts.firstPurchaseAt, facts.lastPurchaseAt, facts.slippingAt, facts.lapsedAt]
  return (
    [paid, refunded, receivable, credit, ordersTotal].every((amount) => amount >= 0) &&
    facts.ltv === paid - refunded &&
    facts.balance === receivable - credit &&
    bought.every((at) => (at !== null) === orders > 0) &&
    (facts.lastInteractionAt !== null) === facts.interactions > 0 &&
    interactions.length === facts.interactions &&
    new Set(lines.map(({ transactionId }) => transactionId)).size <= orders &&
    lines.every(({ at }) => lie(facts.firstPurchaseAt, at, facts.lastPurchaseAt)) &&
    interactions.every(({ at }) => lie(facts.firstContactAt, at, facts.lastInteractionAt)) &&
    lines.reduce((sum, { quantity }) => sum + quantity, 0) <= facts.pieces &&
    lie(facts.paidOrders, orders, facts.pieces) &&
    lie(facts.firstContactAt, facts.firstPurchaseAt, facts.lastPurchaseAt, facts.lastActivityAt) &&
    lie(facts.firstContactAt, facts.lastInteractionAt, facts.lastActivityAt)
  )
}

/** Whether those that are there ascend. */
function lie(...values: readonly (number | null)[]): boolean {
  const present = values.filter((value) => value !== null)
  return present.every((value, i) => i === 0 || (present[i - 1] ?? value) <= value)
}

/** The customer with facts that agree with the lists as to what is overdue and which window closes last. */
export function withAgreeingFacts(view: CustomerView): CustomerView {
  const due = (view.invoices ?? []).flatMap(({ openBook, overdueAt }) =>
    openBook > 0 && overdueAt !== null ? [overdueAt] : [],
  )
  const closes = (view.windows ?? []).map(({ closesAt }) => closesAt)
  const overdueSince = due.length === 0 ? null : Math.min(...due)
  const windowClosesAt = closes.length === 0 ? null : Math.max(...closes)
  return { ...view, facts: { ...view.facts, overdueSince, windowClosesAt } }
}

/** The instant before which a customer with these rows cannot have been: a shop takes no event of the time to come. */
export function existsFrom({ customer, facts, ...lists }: CustomerView): number {
  const { purchases = [], payments = [], interactions = [], labels = [] } = lists
  const { firstContactAt, lastInteractionAt, lastActivityAt, firstPurchaseAt, lastPurchaseAt } =
    facts
  const contacts = [firstContactAt, lastInteractionAt, lastActivityAt]
  const rows = [...purchases, ...payments, ...interactions, ...labels].map(({ at }) => at)
  // A day begins at most half a day later than in Greenwich.
  const born = customer.birthDate === null ? 0 : Date.parse(customer.birthDate) + 43_200_000
  const times = [customer.addedAt, ...contacts, firstPurchaseAt, lastPurchaseAt, ...rows, born]
  return times.reduce((last: number, at) => Math.max(last, at ?? 0), 0)
}
