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

/** Whose orders these are; of those that nobody made, nobody's. */
export async function buyersOf(
  unit: UnitOfWork,
  orders: readonly { readonly orderId: string }[],
): Promise<readonly string[]> {
  const used = await loadUsedOrderIds(unit, orders)
  return [...used.values()].flatMap(({ customerId }) => (customerId === '' ? [] : [customerId]))
}
