import { z } from 'zod'
import type { Person } from '../events/person.ts'
import { list, maybeId, maybeText, maybeUserId } from './values.ts'

/** What an item says of who it is about. */
export interface Named {
  readonly phone?: string | null
  readonly userId?: string | null
  readonly parentUserId?: string | null
}

/** The people whom an envelope's `contacts` describe. */
export interface People {
  /** Somebody, with what the contacts say beside the item itself. */
  of(named: Named): Person
}

const contactSchema = z.object({
  profile: z.object({ name: maybeText, username: maybeText }).catch({ name: null, username: null }),
  wa_id: maybeId,
  user_id: maybeUserId,
  parent_user_id: maybeUserId,
})

type Contact = z.infer<typeof contactSchema>

/**
 * Reads `contacts`, of which nothing is needed: what does not fit is passed over.
 *
 * @param isAboutOne whether the envelope's items are all of one person, who then is the only contact even
 * where the ids differ, as a WhatsApp id may from the phone number
 * @param own the business number, which is nobody's whom the shop talks to
 */
export function peopleOf(
  contacts: unknown,
  isAboutOne: boolean,
  own: string | null = null,
): People {
  const isOwn = (phone: string | null): boolean => phone !== null && phone === own
  const known = list.parse(contacts).flatMap((raw): Contact[] => {
    const result = contactSchema.safeParse(raw)
    return result.success && !isOwn(phoneOf(result.data.wa_id)) ? [result.data] : []
  })
  const only = isAboutOne && known.length === 1 ? known[0] : undefined
  return {
    of(named) {
      const said = phoneOf(named.phone)
      const phone = isOwn(said) ? null : said
      const userId = named.userId ?? userIdOf(named.phone)
      const contact =
        known.find(({ user_id }) => user_id !== null && user_id === userId) ??
        known.find(({ wa_id }) => phone !== null && phoneOf(wa_id) === phone) ??
        (only !== undefined && isCompatible(only, userId) ? only : undefined)
      return person({ ...named, phone, userId }, contact)
    },
  }
}

/** Whether nothing says that the contact is somebody else: two user ids of one person differ only in time. */
function isCompatible({ user_id }: Contact, userId: string | null): boolean {
  return user_id === null || userId === null
}

function person(named: Named, contact: Contact | undefined): Person {
  return {
    phone: named.phone ?? null,
    waId: phoneOf(contact?.wa_id),
    userId: named.userId ?? contact?.user_id ?? null,
    parentUserId: named.parentUserId ?? contact?.parent_user_id ?? null,
    name: contact?.profile.name ?? null,
    username: contact?.profile.username ?? null,
  }
}

/** Somebody of whom no contact tells. */
export function personOf(named: Named): Person {
  return peopleOf([], false).of(named)
}

/**
 * The number behind digits that WhatsApp gives: a `+` before them. No numbering plan is asked, for
 * WhatsApp knows numbers that phone libraries do not; but what is shorter or longer than any number of the
 * world, or begins with 0, is none: WhatsApp itself writes as 0.
 */
export function phoneOf(digits: string | null | undefined): string | null {
  const text = digits ?? ''
  if (/\p{L}/u.test(text)) return null
  const bare = text.replace(/\D/g, '')
  return international.test(bare) ? `+${bare}` : null
}

const international = /^[1-9]\d{6,14}$/

/**
 * Why nobody is behind the number that an item gives; undefined where somebody is, by that or by another
 * id, and where it gives none.
 *
 * @param part of the item that holds the number
 */
export function noPerson(
  { phone, waId, userId }: Person,
  part: string,
  given: string | null,
): string | undefined {
  if (given === null || (phone ?? waId ?? userId) !== null) return undefined
  return `${part}: expected a number of 7 to 15 digits that is not the shop's own, or a user id`
}

/** A user id that stands where a number should. */
function userIdOf(given: string | null | undefined): string | null {
  return given !== null && given !== undefined && /^[A-Z]{2}\.\w/.test(given) ? given : null
}
