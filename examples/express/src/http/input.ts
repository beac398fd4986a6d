import { LanggananError } from '@langganan/core'
import { z } from 'zod'

/**
 * What came over HTTP, as the shop takes it. Here it is about what JSON and addresses can say; what is
 * allowed in the shop, the shop checks.
 *
 * @throws LanggananError `INVALID_INPUT` with the field
 */
export function given<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = [...(issue?.path ?? [])]
  if (issue?.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0])
  const field = fieldAt(path)
  const problem =
    issue?.code === 'unrecognized_keys' ? 'there is no such field' : (issue?.message ?? 'is wrong')
  throw new LanggananError('INVALID_INPUT', `${field ?? 'The input'}: ${problem}.`, { field })
}

/** `lines[2].quantity`, as the shop names fields. */
function fieldAt(path: readonly PropertyKey[]): string | undefined {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
  return text === '' ? undefined : text.replace(/^\./, '')
}

/** An instant with its zone, as `2026-11-20T12:00:00+07:00`. */
export const instant: z.ZodType<Date> = z.iso
  .datetime({ offset: true, error: 'expected a time with its zone, as 2026-11-20T12:00:00+07:00' })
  .transform((text) => new Date(text))

/** A number in an address. */
export const numberText: z.ZodType<number> = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number')
  .transform(Number)
