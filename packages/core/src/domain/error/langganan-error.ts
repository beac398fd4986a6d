import { type ErrorCode, errorCodes } from './codes.ts'

/** What a {@link LanggananError} may carry beside its code and message. */
export interface ErrorContext {
  /** The path of the offending value in the input, such as `lines[2].quantity`. */
  readonly field?: string | undefined
  /** Ids and counts only, never personal data: details reach logs. */
  readonly details?: Readonly<Record<string, unknown>> | undefined
  /** The error underneath, kept as it was. */
  readonly cause?: unknown
}

/**
 * The only error that this package throws on purpose: a stable code, and a message that names the
 * cause and the way out.
 */
export class LanggananError extends Error {
  override readonly name: string = 'LanggananError'
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, context: ErrorContext = {}) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause })
    this.code = code
    this.field = context.field
    this.details = Object.freeze({ ...context.details })
  }
}

/**
 * Tells whether a caught value is a {@link LanggananError}, of the given code if one is given.
 *
 * Judges by name and code instead of `instanceof`, so that errors from a second copy of the package
 * in the same process are recognised too.
 *
 * @example
 * ```ts
 * const busy: boolean = isLanggananError(new Error('other'), 'STORAGE_BUSY') // false
 * ```
 */
export function isLanggananError<C extends ErrorCode = ErrorCode>(
  value: unknown,
  code?: C,
): value is LanggananError & { readonly code: C } {
  if (!(typeof value === 'object' && value !== null)) return false
  if (!('name' in value && value.name === 'LanggananError' && 'code' in value)) return false
  const found = value.code
  return code === undefined ? errorCodes.some((known) => known === found) : found === code
}
