import { isLanggananError, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { referenceOf } from '../output/customer-columns.ts'
import { oneLine } from '../output/one-line.ts'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** What may be a phone: digits with what stands between them, or a link with the number. */
const phone =
  /^(?:[+\d(][\d\s().-]{5,}|(?:tel|whatsapp|https?):.+|(?:www\.)?wa\.me\/.+|(?:api|web|www)\.whatsapp\.com\/.+)$/i

/** The id of the customer that a person means: by id, the shop's own number, phone or e-mail address. */
export async function findCustomer({ customers }: Shop, reference: string): Promise<string> {
  const found = await findKnown(customers, reference)
  if (found === undefined) throw unknown('', await meantByName(customers, reference))
  return found
}

async function findKnown(
  customers: Shop['customers'],
  reference: string,
): Promise<string | undefined> {
  if (id.test(reference)) return reference
  if (reference.trim() === '') return undefined
  const found =
    (await customers.find('external', reference)) ??
    (phone.test(reference) ? await findBy(customers, 'phone', reference) : null) ??
    (reference.includes('@') ? await findBy(customers, 'email', reference) : null)
  return found?.id
}

const mostMeant = 3

/** Whom a reference may mean that is a name, or a part of one. */
interface Meant {
  /** By number, for names are not repeated where scripts read. */
  readonly hint: string
  /** The same by name, for people. */
  readonly toPeople?: string
}

const nobody: Meant = { hint: '' }

async function meantByName(customers: Shop['customers'], reference: string): Promise<Meant> {
  if (!/^[\p{L}\p{M}'’. -]{3,100}$/u.test(reference.trim())) return nobody
  const found = await customers.search(reference, { limit: mostMeant + 1 })
  if (found.length === 0) return nobody
  if (found.length > mostMeant) return { hint: 'Several customers have this name.' }
  const numbers = found.map((each) => each.external[0] ?? each.id)
  const names = found.map((each) => `${oneLine(each.name)} (${referenceOf(each)})`)
  return {
    hint: `Did you mean customer ${numbers.join(' or ')}?`,
    toPeople: `Did you mean ${names.join(' or ')}?`,
  }
}

/** The ids of all that are meant; those that the shop does not have are named together. */
export async function findCustomers(
  { customers }: Shop,
  references: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = []
  const missing: string[] = []
  let meant = nobody
  for (const [i, reference] of references.entries()) {
    const known = await findKnown(customers, reference)
    if (known !== undefined) found.push(known)
    else {
      missing.push(shownReference(reference, i + 1))
      if (meant.hint === '') meant = await meantByName(customers, reference)
    }
  }
  const [only, ...others] = missing
  if (only !== undefined)
    throw unknown(`: ${missing.join(', ')}`, others.length === 0 ? meant : nobody)
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
function unknown(which: string, { hint, toPeople = hint }: Meant): CliError {
  const saying = (meant: string) =>
    [
      `The shop has no such customer${which}.`,
      meant,
      'Give an id, a customer number, a phone or an e-mail address; toko customers search finds them by name.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ')
  return new CliError(
    'CUSTOMER_NOT_FOUND',
    saying(hint),
    'customer',
    undefined,
    undefined,
    saying(toPeople),
  )
}
