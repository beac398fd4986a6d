import { parsePhone } from '../../domain/phone/parse-phone.ts'
import type { Condition } from '../../domain/segments/condition.ts'
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
  const digits = phoneDigits(query)
  if (digits !== undefined)
    of.push({
      op: 'identity',
      kind: 'phone',
      column: 'value',
      test: { is: 'contains', value: digits },
    })
  return { op: 'any', of }
}

/** A text of invisible characters means nobody, though every name contains it. */
const nobody: Condition = { op: 'any', of: [] }

/** The part of a phone in E.164 that a query names; at least three digits, nothing but phone characters. */
function phoneDigits(query: string): string | undefined {
  if (!/^[\d\s()+.-]+$/.test(query)) return undefined
  const whole = parsePhone(query)
  if (whole !== undefined) return whole.e164
  const digits = query.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 3 ? digits : undefined
}
