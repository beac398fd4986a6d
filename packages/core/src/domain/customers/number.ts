import { phoneKey } from '../phone/variants.ts'
import { phoneFromWhatsApp } from '../phone/whatsapp-digits.ts'
import { identityKey } from './identity.ts'
import type { IdentityRow, IdentityRowKind } from './rows.ts'

/** What of an identity tells whose it is. */
type Known = Pick<IdentityRow, 'kind' | 'value'>

/** The phone number behind a phone or a WhatsApp id, as a row that only one customer can have. */
export interface NumberIdentity {
  readonly kind: 'number'
  readonly value: string
  readonly given: string
}

/**
 * The phone number of an identity in E.164, undefined where it is none.
 *
 * A WhatsApp id is one by its length alone, for WhatsApp knows numbers that phone libraries do not.
 */
export function phoneNumberOf({ kind, value }: Known): string | undefined {
  if (kind === 'phone') return value
  if (kind !== 'whatsapp') return undefined
  const e164 = phoneFromWhatsApp(value)
  return /^\+[1-9]\d{6,14}$/.test(e164) ? e164 : undefined
}

/** The numbers behind a customer's identities, each once. */
export function numbersOf(identities: readonly Known[]): readonly NumberIdentity[] {
  const numbers = identities.flatMap((identity) => phoneNumberOf(identity) ?? [])
  return [...new Set(numbers.map(phoneKey))].map((value) => ({
    kind: 'number',
    value,
    given: value,
  }))
}

/** The key that only one customer of a shop can hold: the number where there is one, else the identity itself. */
export function ownerKey(identity: Known): readonly [kind: IdentityRowKind, value: string] {
  const number = phoneNumberOf(identity)
  return number === undefined ? [identity.kind, identity.value] : ['number', phoneKey(number)]
}

/** {@link ownerKey} as one text, to look owners up by. */
export function ownerText(identity: Known): string {
  const [kind, value] = ownerKey(identity)
  return identityKey({ kind, value })
}
