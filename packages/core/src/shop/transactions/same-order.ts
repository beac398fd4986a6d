import { fingerprint } from '../../domain/change/fingerprint.ts'
import type { OnceKeyRow } from '../../domain/transactions/rows.ts'
import { sameAnswer } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Buyer, type Buyers, buyerText } from './buyers.ts'

/** An order id that was used before, and whose order it became. */
export interface UsedOrderId {
  readonly key: OnceKeyRow
  readonly customerId: string
}

/** Those of the orders whose id was used before, by order id. */
export async function loadUsedOrderIds(
  { tx }: UnitOfWork,
  orders: readonly { readonly orderId: string }[],
): Promise<Map<string, UsedOrderId>> {
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

/** What is remembered of a recording: what it said of the order, and how it named the buyer. */
export function orderFingerprint(content: string, buyer: Buyer): string {
  return `${content}${separator}${fingerprint([buyerText(buyer)])}`
}

const separator = ' '

/**
 * Passes if the order was recorded before with the same content for the same buyer: named in the same
 * words, or in others that lead to the same customer.
 *
 * @throws LanggananError `IDEMPOTENCY_CONFLICT` if the first recording said something else
 */
export async function sameOrder(
  { key, customerId }: UsedOrderId,
  said: { readonly content: string; readonly buyer: Buyer },
  buyers: Buyers,
): Promise<void> {
  const [content] = key.fingerprint.split(separator)
  const isSame = content === said.content && (await buyers.isKnownAs(said.buyer, customerId))
  sameAnswer(key, {
    fingerprint: isSame ? key.fingerprint : orderFingerprint(said.content, said.buyer),
  })
}
