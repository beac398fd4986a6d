import { isLanggananError } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { type Identities, identitiesOf, numbersIn } from './identities.ts'
import type { Ingestion } from './ingestion.ts'

/**
 * Does what takes somebody's identities. Where these are several customers', it is done with the number
 * alone, and the conflict is reported: nothing is merged silently.
 */
export async function byNumberInConflict<T>(
  ingestion: Ingestion,
  person: Person,
  place: string,
  work: (identities: Identities) => Promise<T>,
): Promise<T> {
  const identities = identitiesOf(person)
  try {
    return await work(identities)
  } catch (error) {
    const customers = conflicting(error)
    const numbers = numbersIn(identities)
    if (customers === undefined || numbers === undefined) throw error
    await ingestion.conflict(customers, place)
    return work(numbers)
  }
}

/** The customers whom the identities given belong to, where those are several. */
export function conflicting(error: unknown): readonly string[] | undefined {
  if (!isLanggananError(error, 'CUSTOMER_ALREADY_EXISTS')) return undefined
  const { customers } = error.details
  return Array.isArray(customers) ? customers.map(String) : undefined
}
