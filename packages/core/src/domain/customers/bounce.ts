import type { Draft } from '../change/draft.ts'
import type { IdentityRow } from './rows.ts'

/** Mail to an address that came back. */
export interface Bounce {
  readonly at: number
  readonly reason: string | null
}

/** The latest report counts, in whatever order they come; one that is not later changes nothing. */
export function reportBounce(into: Draft, email: IdentityRow, { at, reason }: Bounce): void {
  if (email.bouncedAt !== null && email.bouncedAt >= at) return
  into.put('identities', { ...email, bouncedAt: at, bounceReason: reason })
  into.event('email.bounced', {}, { customerId: email.customerId, at })
  into.touch(email.customerId, 'identities')
}

/** Confirming an address of which no bounce is known changes nothing. */
export function confirmEmail(into: Draft, email: IdentityRow): void {
  if (email.bouncedAt === null) return
  into.put('identities', { ...email, bouncedAt: null, bounceReason: null })
  into.event('email.confirmed', {}, { customerId: email.customerId })
  into.touch(email.customerId, 'identities')
}
