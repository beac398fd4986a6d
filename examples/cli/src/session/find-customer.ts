import { isLanggananError, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** What may be a phone: digits with what stands between them, or a link with the number. */
const phone =
  /^(?:[+\d(][\d\s().-]{5,}|(?:tel|whatsapp|https?):.+|(?:www\.)?wa\.me\/.+|(?:api|web|www)\.whatsapp\.com\/.+)$/i

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

/** The ids of all that are meant; those that the shop does not have are named together. */
export async function findCustomers(
  shop: Shop,
  references: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = []
  const missing: string[] = []
  for (const [i, reference] of references.entries()) {
    try {
      found.push(await findCustomer(shop, reference))
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      missing.push(shownReference(reference, i + 1))
    }
  }
  if (missing.length > 0) throw unknown(`: ${missing.join(', ')}`)
  return found
}

/** A customer number or id as it was given; of what may be a phone, an address or a name its place. */
function shownReference(reference: string, place: number): string {
  const isNumber = /^[\w./-]{1,36}$/.test(reference) && /\d/.test(reference)
  return isNumber && !phone.test(reference) ? reference : `number ${place} of those given`
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

/** A reference that may be somebody's phone is not repeated. */
function unknown(which = ''): CliError {
  return new CliError(
    'CUSTOMER_NOT_FOUND',
    `The shop has no such customer${which}. Give an id, a customer number, a phone or an e-mail address; toko customers search finds them by name.`,
    'customer',
  )
}
