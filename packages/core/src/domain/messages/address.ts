import type { ConsentChannel } from '../consents/rows.ts'
import type { IdentityKind, IdentityRow } from '../customers/rows.ts'

/** Where a channel can reach somebody: a phone with its `+`, the platform's own id, or both. */
export type Address =
  | { readonly phone: string; readonly userId?: string }
  | { readonly phone?: undefined; readonly userId: string }

/**
 * Where this channel reaches the customer; undefined where it does not.
 *
 * On WhatsApp the number that it told itself goes before one that was typed, for that one is there; a user
 * id alone is enough, a linked id is no address. No channel carries to e-mail addresses yet.
 */
export function addressOn(
  channel: ConsentChannel,
  identities: readonly Pick<IdentityRow, 'kind' | 'value' | 'position'>[],
): Address | undefined {
  const first = (kind: IdentityKind): string | undefined =>
    identities
      .filter((identity) => identity.kind === kind)
      .reduce<{ value: string; position: number } | undefined>(
        (best, each) => (best === undefined || each.position < best.position ? each : best),
        undefined,
      )?.value
  if (channel === 'email') return undefined
  if (channel !== 'whatsapp') return addressOf(first('phone'), undefined)
  const digits = first('whatsapp')
  return addressOf(digits === undefined ? first('phone') : `+${digits}`, first('userId'))
}

function addressOf(phone: string | undefined, userId: string | undefined): Address | undefined {
  if (phone === undefined) return userId === undefined ? undefined : { userId }
  return userId === undefined ? { phone } : { phone, userId }
}
