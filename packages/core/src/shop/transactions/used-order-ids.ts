import type { UsedForCustomer } from '../once-for-customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Those of the orders whose id was used before, by order id, and whose order each became. */
export async function loadUsedOrderIds(
  { tx }: UnitOfWork,
  orders: readonly { readonly orderId: string }[],
): Promise<Map<string, UsedForCustomer>> {
  const orderIds = [...new Set(orders.map(({ orderId }) => orderId))]
  const keys = await tx.get(
    'onceKeys',
    orderIds.map((orderId) => ['order', orderId] as const),
  )
  const rows = await tx.get(
    'transactions',
    keys.map(({ answerId }) => [answerId] as const),
  )
  const owners = new Map(rows.map(({ id, customerId }) => [id, customerId]))
  return new Map(keys.map((key) => [key.key, { key, customerId: owners.get(key.answerId) ?? '' }]))
}

/**
 * Holds all whose orders these are, at once. Whose they are is read again under the locks, for meanwhile
 * an order may have passed to somebody else.
 */
export async function holdBuyers(
  unit: UnitOfWork,
  orders: readonly { readonly orderId: string }[],
): Promise<void> {
  let held: readonly string[] = []
  for (;;) {
    const used = await loadUsedOrderIds(unit, orders)
    const buyers = [...used.values()].map(({ customerId }) => customerId).filter((id) => id !== '')
    if (buyers.every((id) => held.includes(id))) return
    await unit.lock(buyers)
    held = buyers
  }
}
