import { ownerText } from '../customers/number.ts'
import type { IdentityKind, IdentityRow } from '../customers/rows.ts'
import type { GatedMessage } from './gate.ts'

/** Where a channel can reach somebody: a phone with its `+`, the platform's own id, or both. */
export type Address =
  | { readonly phone: string; readonly userId?: string }
  | { readonly phone?: undefined; readonly userId: string }

type Known = Pick<IdentityRow, 'kind' | 'value' | 'position'>

/**
 * Where this channel reaches the customer; undefined where it does not.
 *
 * On WhatsApp the number that it told itself goes before one that was typed, for that one is there; a user
 * id alone is enough, a linked id is no address. Whoever wrote by one of several numbers, or by a user id
 * without a number, is answered there; a template goes to a number where there is one, for some templates
 * go to no user id. No channel carries to e-mail addresses yet.
 *
 * @param writer by which identity the customer wrote to whom this is an answer; one that is the customer's
 * no longer counts as none
 */
export function addressOn(
  { channel, form }: Pick<GatedMessage, 'channel' | 'form'>,
  identities: readonly Known[],
  writer: string | null,
): Address | undefined {
  if (channel === 'email') return undefined
  if (channel !== 'whatsapp') return addressOf(first(identities, 'phone'), undefined)
  const written = identities.filter((each) => ownerText(each) === writer)
  const userId = first(written, 'userId')
  // A phone beside it would be used instead.
  if (userId !== undefined && form === 'freeForm') return { userId }
  const number = numberIn(written) ?? numberIn(identities)
  return addressOf(number, first(identities, 'userId'))
}

function numberIn(identities: readonly Known[]): string | undefined {
  const digits = first(identities, 'whatsapp')
  return digits === undefined ? first(identities, 'phone') : `+${digits}`
}

function first(identities: readonly Known[], kind: IdentityKind): string | undefined {
  return identities
    .filter((identity) => identity.kind === kind)
    .reduce<Known | undefined>(
      (best, each) => (best === undefined || each.position < best.position ? each : best),
      undefined,
    )?.value
}

function addressOf(phone: string | undefined, userId: string | undefined): Address | undefined {
  if (phone === undefined) return userId === undefined ? undefined : { userId }
  return userId === undefined ? { phone } : { phone, userId }
}
