import { LanggananError } from '../error/langganan-error.ts'
import { parsePhone } from '../phone/parse-phone.ts'
import { phoneInLink } from '../phone/phone-link.ts'
import { holdsSeveralPhones } from '../phone/phone-note.ts'
import { fold } from '../text/fold.ts'
import type { IdentityKind, IdentityRow } from './rows.ts'

/** A way to know a customer, normalised so that every spelling of it is one. */
export interface Identity {
  readonly kind: IdentityKind
  readonly value: string
  /** As it was given; of a link the number in it. */
  readonly given: string
}

/** @throws LanggananError `INVALID_INPUT` for a phone, an e-mail address or a WhatsApp id that is none. */
export function identityOf(kind: IdentityKind, given: string, field: string = kind): Identity {
  switch (kind) {
    case 'phone':
      return { kind, value: phoneValue(given, field), given: phoneInLink(given) ?? given }
    case 'email':
      return { kind, value: emailValue(given, field), given }
    case 'whatsapp':
      return { kind, value: whatsAppDigits(given, field), given: phoneInLink(given) ?? given }
    case 'lid':
      return { kind, value: given.trim().replace(lidAddress, ''), given }
    default:
      return { kind, value: given.trim(), given }
  }
}

/** The folded form that text criteria compare. */
export function identityFold({ value }: Pick<IdentityRow, 'value'>): string {
  return fold(value)
}

/** One text for a kind and a value, to look identities up by. */
export function identityKey({ kind, value }: Pick<IdentityRow, 'kind' | 'value'>): string {
  return `${kind} ${value}`
}

function phoneValue(given: string, field: string): string {
  const phone = parsePhone(given)
  if (phone !== undefined) return phone.e164
  if (holdsSeveralPhones(given)) {
    throw new LanggananError(
      'INVALID_INPUT',
      'This looks like several phone numbers. Expected one number at a time, such as 0812-3456-7890.',
      { field },
    )
  }
  throw new LanggananError(
    'INVALID_INPUT',
    'This is not a phone number that can exist. Expected one such as 0812-3456-7890, or with + and country code.',
    { field },
  )
}

// What follows the id in a chat's address: agent, device and server. Only people's servers are known.
const phoneAddress = /(?:[_:]\d+)*@(?:s\.whatsapp\.net|c\.us|hosted)$/
const lidAddress = /(?:[_:]\d+)*@(?:hosted\.)?lid$/

function whatsAppDigits(given: string, field: string): string {
  const id = (phoneInLink(given) ?? given).trim().replace(phoneAddress, '')
  // Letters are of another kind of id, whose digits are no phone number.
  const digits = /[\p{L}@]/u.test(id) ? '' : id.replace(/\D/g, '')
  // No number begins with 0 for WhatsApp: this is how people type one at home.
  if (digits.startsWith('0')) return parsePhone(digits)?.e164.slice(1) ?? digits
  if (digits !== '') return digits
  throw new LanggananError(
    'INVALID_INPUT',
    'This is no WhatsApp id. Expected the digits of a phone number, such as 6281234567890; a linked id is a lid, a business-scoped one a userId.',
    { field },
  )
}

/**
 * As browsers take e-mail addresses in forms, with letters of every script, and a domain of two labels
 * or more, none of them empty. Whether mail arrives only a message can tell.
 */
const emailShape = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(?:\.[^\s@<>()[\]\\,;:".]+)+$/

function emailValue(given: string, field: string): string {
  const value = given.trim().toLowerCase()
  if (value.length <= 254 && emailShape.test(value)) return value
  throw new LanggananError(
    'INVALID_INPUT',
    'This is not an e-mail address. Expected one such as sari@example.com.',
    { field },
  )
}
