import type { Customer } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { keptText } from '../kept.ts'

const longest = 200

/** What to call somebody, and when that was told. */
export interface Told {
  readonly name: string
  /** `never` for what only stands for a name. */
  readonly nameToldAt: Date | 'never'
}

/** What to call somebody who is new: the name of the profile, and failing that whatever is known. */
export function nameOf(person: Person, at: Date): Told {
  const name = profileNameOf(person)
  return name === undefined
    ? { name: placeholderOf(person), nameToldAt: 'never' }
    : { name, nameToldAt: at }
}

/** The name that somebody chose, as a shop keeps names; undefined where there is nothing to read in it. */
function profileNameOf({ name }: Pick<Person, 'name'>): string | undefined {
  return keptText(name, longest) ?? undefined
}

/** What stands for a name until somebody says one: what somebody chose before what was given out. */
function placeholderOf({ phone, waId, username, userId }: Person): string {
  return keptText(username, longest) ?? phone ?? waId ?? keptText(userId, longest) ?? 'WhatsApp'
}

/** What may be a better name of a customer than the present one; undefined where it certainly is not. */
export function betterName(customer: Customer, person: Person, at: Date): Told | undefined {
  const { nameToldAt } = customer
  if (nameToldAt === null) return undefined
  const [phone = null] = customer.phones
  const [waId = null] = customer.whatsapp.map((digits) => `+${digits}`)
  const [userId = null] = customer.userIds
  // By all that is known: whichever event comes first, it ends the same.
  const told = nameOf({ ...person, phone, waId, userId }, at)
  if (told.nameToldAt === 'never')
    return nameToldAt === 'never' && told.name !== customer.name ? told : undefined
  if (nameToldAt === 'never' || told.nameToldAt < nameToldAt) return told
  const isOther = told.name !== customer.name
  return isOther && told.nameToldAt.getTime() === nameToldAt.getTime() ? told : undefined
}
