import { expect } from 'vitest'
import type { ErrorCode } from '../../../domain/error/codes.ts'
import { isLanggananError } from '../../../domain/error/langganan-error.ts'

/** What inputs of these tests say of a person; no error may repeat any of it. */
export const secrets = {
  name: 'Kanaria Rahasia',
  phone: '0813-7777-8888',
  email: 'kanaria@rahasia.example',
  address: 'Jalan Rahasia 7',
  notes: 'catatan rahasia',
} as const

const personal = /kanaria|rahasia|7777|8888/i

const advice =
  /expected|takes|needs|may lie|there is no|shop has no|only .+ is|\b(archive|check|choose|delete|edit|give|leave|lower|name|open|pass|pay|record|swap|use)\b/i

export interface Refusal {
  readonly code: ErrorCode
  /** The place in the input; undefined where the input as a whole is wrong. */
  readonly field?: string | undefined
}

/** Expects a LanggananError that names the place and what was expected, and nobody. */
export async function expectRefused(
  call: Promise<unknown>,
  { code, field }: Refusal,
  what: string,
): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isLanggananError(error))
    throw new Error(`${what} was not refused as it should be`, { cause: error })
  expect({ code: error.code, field: error.field }, `${what}: ${error.message}`).toEqual({
    code,
    field,
  })
  // Every message says what was expected, or what to do instead.
  expect(error.message, what).toMatch(advice)
  expect(textOf(error), `${what} tells of a person`).not.toMatch(personal)
}

/** Everything of an error that may reach a log. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const { message, stack, cause } = error
  const [field, details] = [Reflect.get(error, 'field'), Reflect.get(error, 'details')]
  const head = stack?.split('\n    at ')[0]
  return [message, head, field, JSON.stringify(details ?? {}), textOf(cause)].join('\n')
}
