import { type Customer, type CustomerChangesInput, isLanggananError } from '@langganan/core'
import type { NumberChangedEvent, UserIdChangedEvent } from '../events/event.ts'
import type { Person } from '../events/person.ts'
import { findCustomer } from './customers.ts'
import { identitiesOf } from './identities.ts'
import type { Ingestion } from './ingestion.ts'

/**
 * Somebody has another number: the customer gets it, and loses the one that soon may be somebody else's.
 * Where the new number is another customer's already, nothing is changed and a conflict reported.
 */
export async function applyNumberChange(
  ingestion: Ingestion,
  { before, after, at, place }: NumberChangedEvent,
): Promise<boolean> {
  const customer = await findCustomer(ingestion, before, at)
  if (customer === undefined) return false
  const { phone, whatsapp = [], userId } = identitiesOf(after)
  const gone = digitsOf(before)
  return edit(ingestion, customer, place, {
    phone: joined(phone, without(customer.phones, gone)),
    whatsapp: [...new Set([...whatsapp.map(bare), ...without(customer.whatsapp, gone)])],
    userId: joined(userId, customer.userIds),
  })
}

/** Somebody has another user id; the one before stays, for nobody else ever gets it. */
export async function applyUserIdChange(
  ingestion: Ingestion,
  { person, previous, current, at, place }: UserIdChangedEvent,
): Promise<boolean> {
  const known = previous === null ? person : { ...person, userId: previous }
  if (known.phone === null && known.userId === null) return false
  const customer = await findCustomer(ingestion, known, at)
  if (customer === undefined) return false
  return edit(ingestion, customer, place, { userId: joined(current, customer.userIds) })
}

async function edit(
  { shop, conflict }: Ingestion,
  { id }: Customer,
  place: string,
  changes: CustomerChangesInput,
): Promise<boolean> {
  try {
    await shop.customers.edit(id, changes)
  } catch (error) {
    if (!isLanggananError(error, 'CUSTOMER_ALREADY_EXISTS')) throw error
    await conflict([id, String(error.details.customer)], place)
  }
  return true
}

function digitsOf({ phone, waId }: Person): readonly string[] {
  return [phone, waId].filter((each) => each !== null).map(bare)
}

function bare(number: string): string {
  return number.replace(/\D/g, '')
}

function without(numbers: readonly string[], gone: readonly string[]): readonly string[] {
  return numbers.filter((number) => !gone.includes(bare(number)))
}

function joined(first: string | undefined, others: readonly string[]): readonly string[] {
  return first === undefined ? others : [...new Set([first, ...others])]
}
