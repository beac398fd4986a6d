import { type Identity, identityOf } from '../../domain/customers/identity.ts'
import { ownerText, phoneNumberOf } from '../../domain/customers/number.ts'
import { reassignNumber } from '../../domain/customers/reassign-number.ts'
import type { IdentityRow } from '../../domain/customers/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { parsePhone } from '../../domain/phone/parse-phone.ts'
import { phoneVariants } from '../../domain/phone/variants.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { knownCustomer } from './load-customers.ts'

/**
 * Takes a number from a customer, because it is somebody else's now. One that was taken so before stays.
 *
 * @throws LanggananError `CUSTOMER_NOT_FOUND`, `IDENTITY_NOT_FOUND`
 */
export async function reassign(unit: UnitOfWork, id: string, given: string): Promise<void> {
  const meant = new Set(readingsOf(given).map(ownerText))
  const known = await knownCustomer(unit, id)
  const held = known.identities.find((each) => isNumber(each) && meant.has(ownerText(each)))
  if (held === undefined) {
    const past = await unit.tx.find('pastIdentities', 'byCustomer', [[id]])
    if (past.some((each) => each.reason === 'reassigned' && meant.has(ownerText(each)))) return
    throw notTheirs()
  }
  const into = unit.draft()
  const windows = await unit.tx.find('windows', 'key', [[id]])
  const linkedIds = await unit.tx.find('linkedIds', 'byNumber', digitsOf(held))
  reassignNumber(into, { ...known, windows, linkedIds }, ownerText(held), unit.stamp)
  await unit.write(into)
}

/** What may be meant: a number as people type it, and as WhatsApp gives it. */
function readingsOf(given: string): readonly Identity[] {
  const typed = parsePhone(given) === undefined ? [] : [identityOf('phone', given, 'number')]
  const told = /^[^\p{L}]*\d[^\p{L}]*$/u.test(given)
    ? [identityOf('whatsapp', given, 'number')]
    : []
  const readings = [...typed, ...told]
  return readings.length > 0 ? readings : [identityOf('phone', given, 'number')]
}

function isNumber({ kind }: IdentityRow): boolean {
  return kind === 'phone' || kind === 'whatsapp'
}

/** The number in each of its spellings, as linked ids name it. */
function digitsOf(identity: IdentityRow): readonly (readonly [string])[] {
  const number = phoneNumberOf(identity)
  if (number === undefined) return [[identity.value]]
  return [number, ...phoneVariants(number)].map((each) => [each.slice(1)] as const)
}

function notTheirs(): LanggananError {
  return new LanggananError(
    'IDENTITY_NOT_FOUND',
    'This customer does not have this number. Nothing was written. See with customers.find whose it is.',
    { field: 'number' },
  )
}
