import type { Customer } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { keptText } from '../kept.ts'

const longest = 200

/** What to call somebody who is new: the name of the profile, and failing that whatever is known. */
export function nameOf(person: Person): string {
  return profileNameOf(person) ?? placeholderOf(person)
}

/** The name that somebody chose, as a shop keeps names; undefined where there is nothing to read in it. */
function profileNameOf({ name }: Pick<Person, 'name'>): string | undefined {
  return keptText(name, longest) ?? undefined
}

/** What stands for a name until somebody says one: what somebody chose before what was given out. */
function placeholderOf({ phone, waId, username, userId }: Person): string {
  return keptText(username, longest) ?? phone ?? waId ?? keptText(userId, longest) ?? 'WhatsApp'
}

/**
 * The name of a customer who has none yet, by this event and all that is known: whichever event comes
 * first, it ends the same.
 */
export function betterName({ phones, whatsapp, userIds }: Customer, person: Person): string {
  const [phone = null] = phones
  const [waId = null] = whatsapp.map((digits) => `+${digits}`)
  const [userId = null] = userIds
  return profileNameOf(person) ?? placeholderOf({ ...person, phone, waId, userId })
}

/** Whether a customer is still called by what stood for a name. */
export function hasPlaceholder(customer: Customer, { username }: Person): boolean {
  const { name, phones, whatsapp, userIds } = customer
  const numbers = [...phones, ...whatsapp.map((digits) => `+${digits}`)]
  return [...numbers, ...userIds, keptText(username, longest), 'WhatsApp'].includes(name)
}
