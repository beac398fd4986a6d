import { fingerprint } from '../domain/change/fingerprint.ts'
import type { OnceKeyRow } from '../domain/transactions/rows.ts'
import { type CustomerReference, referenceText } from './customers/customer-reference.ts'
import type { ReferredCustomers } from './customers/referred-customers.ts'
import { sameAnswer } from './once.ts'

/** What a call with a key says: the fingerprint of all but the customer, and whom it refers to. */
export interface SaidForCustomer {
  readonly content: string
  readonly customer: CustomerReference
}

/** A key that was used before, and whose what it made became. */
export interface UsedForCustomer {
  readonly key: OnceKeyRow
  readonly customerId: string
}

/** What is remembered of a call: what it said, and how it referred to the customer. */
export function fingerprintForCustomer({ content, customer }: SaidForCustomer): string {
  return `${content}${separator}${fingerprint([referenceText(customer)])}`
}

const separator = ' '

/**
 * What the first call made, if it said the same of the same customer: referred to in the same words, or
 * in others that lead there.
 *
 * @throws LanggananError `IDEMPOTENCY_CONFLICT` if the first call said something else
 */
export async function sameAnswerForCustomer(
  { key, customerId }: UsedForCustomer,
  said: SaidForCustomer,
  customers: ReferredCustomers,
): Promise<string> {
  const [content] = key.fingerprint.split(separator)
  const isSame = content === said.content && (await customers.isKnownAs(said.customer, customerId))
  return sameAnswer(key, {
    fingerprint: isSame ? key.fingerprint : fingerprintForCustomer(said),
  })
}
