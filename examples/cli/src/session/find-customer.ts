import { isLanggananError, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const phone = /^[+\d][\d\s().-]{5,}$/

/** The id of the customer that a person means: by id, the shop's own number, phone or e-mail address. */
export async function findCustomer({ customers }: Shop, reference: string): Promise<string> {
  if (id.test(reference)) return reference
  if (reference.trim() === '') throw unknown()
  const found =
    (await customers.find('external', reference)) ??
    (phone.test(reference) ? await findBy(customers, 'phone', reference) : null) ??
    (reference.includes('@') ? await findBy(customers, 'email', reference) : null)
  if (found === null) throw unknown()
  return found.id
}

export async function findCustomers(
  shop: Shop,
  references: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const reference of references) ids.push(await findCustomer(shop, reference))
  return ids
}

/** Null too where the text is no phone or no address after all. */
async function findBy(customers: Shop['customers'], kind: 'phone' | 'email', value: string) {
  try {
    return await customers.find(kind, value)
  } catch (error) {
    if (isLanggananError(error, 'INVALID_INPUT')) return null
    throw error
  }
}

/** The reference is not repeated: it may be somebody's phone. */
function unknown(): CliError {
  return new CliError(
    'CUSTOMER_NOT_FOUND',
    'The shop has no such customer. Give an id, a customer number, a phone or an e-mail address; toko customers search finds them by name.',
    'customer',
  )
}
