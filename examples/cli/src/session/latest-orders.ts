import type { Shop, Transaction } from '@langganan/core'

const customersAtOnce = 50

/**
 * The latest sales and credit notes of the shop, the newest first. Customers are looked at in the order of
 * their last activity, of which an order is one: once that lies before all that were found, so do the
 * orders of all others.
 */
export async function latestOrders(
  { customers, transactions }: Shop,
  most: number,
): Promise<readonly Transaction[]> {
  let found: readonly Transaction[] = []
  let after: string | null = null
  do {
    const page = await customers.list({
      sort: 'lastActivity',
      limit: customersAtOnce,
      ...(after === null ? {} : { after }),
    })
    for (const { id, lastActivityAt } of page.rows) {
      const last = found[most - 1]
      // Who was never active comes last, and has no orders.
      if (lastActivityAt === null || (last !== undefined && lastActivityAt < last.at)) return found
      found = newestOf([...found, ...(await transactions.of(id))], most)
    }
    after = page.next
  } while (after !== null)
  return found
}

/** The newest of these, the newest first; those of one time by their numbers. */
export function newestOf(orders: readonly Transaction[], most: number): readonly Transaction[] {
  return [...orders]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.orderId < b.orderId ? -1 : 1))
    .slice(0, most)
}
