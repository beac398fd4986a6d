import { identityOf, isLanggananError, LanggananError } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { keptId } from '../kept.ts'

/** The identities of somebody, as the shop takes them. */
export interface Identities {
  readonly phone?: string
  readonly whatsapp?: readonly string[]
  readonly userId?: string
}

/** @throws LanggananError `INVALID_INPUT` where nothing tells who it is */
export function identitiesOf({ phone, waId, userId: told }: Person): Identities {
  const userId = keptId(told, 200)
  const isPhone = phone !== null && isKnownNumber(phone)
  // WhatsApp knows numbers that phone libraries do not: those are WhatsApp ids only.
  const ids = [waId ?? phone, isPhone ? null : phone].filter((id) => id !== null)
  const identities = {
    ...(isPhone ? { phone } : {}),
    ...(ids.length > 0 ? { whatsapp: [...new Set(ids)] } : {}),
    ...(userId === null ? {} : { userId }),
  }
  if (Object.keys(identities).length > 0) return identities
  throw new LanggananError(
    'INVALID_INPUT',
    'The event says neither a phone number nor a user id, so nobody knows whose it is.',
    { field: 'customer' },
  )
}

/** Those that are a number, which is what somebody is found by where the number and the user id disagree. */
export function numbersIn({ phone, whatsapp }: Identities): Identities | undefined {
  if (phone !== undefined) return { phone }
  const [first] = whatsapp ?? []
  return first === undefined ? undefined : { whatsapp: [first] }
}

function isKnownNumber(phone: string): boolean {
  try {
    identityOf('phone', phone)
    return true
  } catch (error) {
    if (isLanggananError(error, 'INVALID_INPUT')) return false
    throw error
  }
}
