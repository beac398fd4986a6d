import type { ContactEvent } from '../events/event.ts'
import { complete, findCustomer, findOrAdd } from './customers.ts'
import type { Ingestion } from './ingestion.ts'

/** An entry of the address book names a customer who has no name yet; one that goes changes nothing. */
export async function applyContact(
  ingestion: Ingestion,
  { action, person, fullName, firstName, place, at }: ContactEvent,
): Promise<boolean> {
  if (action === 'remove') return false
  const named = { ...person, name: fullName ?? firstName }
  const customer =
    ingestion.options.addContacts === true
      ? await findOrAdd(ingestion, named, place, at)
      : await findCustomer(ingestion, named, at)
  if (customer === undefined) return false
  await complete(ingestion, customer.id, named, at ?? new Date())
  return true
}
