import type { IdentityRowKind } from '../../domain/customers/rows.ts'
import { parsePhone } from '../../domain/phone/parse-phone.ts'
import { phoneInLink } from '../../domain/phone/phone-link.ts'
import { phoneKey } from '../../domain/phone/variants.ts'
import type { Condition, ValueTest } from '../../domain/segments/condition.ts'
import { fold } from '../../domain/text/fold.ts'

/** Who a person means who types this: part of a name or e-mail address, a phone in any form, a customer number. */
export function searchCondition(query: string): Condition {
  const folded = fold(query)
  if (folded === '') return nobody
  const contains = { is: 'contains', value: folded } as const
  const of: Condition[] = [
    { op: 'column', column: { table: 'customers', column: 'nameFold' }, test: contains },
    { op: 'column', column: { table: 'customers', column: 'businessNameFold' }, test: contains },
    { op: 'identity', kind: 'email', column: 'fold', test: contains },
    { op: 'identity', kind: 'external', column: 'fold', test: { is: '=', value: folded } },
  ]
  return { op: 'any', of: [...of, ...numberConditions(phoneInLink(query) ?? query)] }
}

/** A text of invisible characters means nobody, though every name contains it. */
const nobody: Condition = { op: 'any', of: [] }

/** Phones and WhatsApp ids that a query names whole or in part; at least three digits, nothing but phone characters. */
function numberConditions(query: string): Condition[] {
  if (!/^[\d\s()+.-]+$/.test(query)) return []
  const e164 = parsePhone(query)?.e164
  const typed = query.replace(/\D/g, '')
  const digits = e164?.slice(1) ?? typed.replace(/^0+/, '')
  if (digits.length < 3) return []
  // Also where it is known in another spelling of its country; WhatsApp gives numbers without +.
  const numbers = [e164 ?? `+${digits}`, `+${typed}`].map(phoneKey)
  return [
    identity('phone', { is: 'contains', value: e164 ?? digits }),
    identity('whatsapp', { is: 'contains', value: digits }),
    identity('number', { is: 'in', values: numbers }),
  ]
}

function identity(kind: IdentityRowKind, test: ValueTest): Condition {
  return { op: 'identity', kind, column: 'value', test }
}
