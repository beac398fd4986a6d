import { isLanggananError } from '@langganan/core'
import { Problem, problemStatus } from './problem.ts'
import { shopStatus } from './shop-status.ts'

/** What went wrong with a request, as a client is told. */
export interface Failure {
  readonly status: number
  readonly code: string
  readonly message: string
  /** The field that is wrong, as `lines[2].quantity`. */
  readonly field?: string
  /** Ids and counts. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Of what nobody foresaw the client learns nothing: it may name files, rows or people. */
const unexpected: Failure = {
  status: 500,
  code: 'UNEXPECTED',
  message: 'Something went wrong here that should not. It was noted.',
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Problem) {
    const { code, message } = error
    return { status: problemStatus[code], code, message }
  }
  if (isLanggananError(error)) {
    const { code, message, field, details } = error
    const status = shopStatus[code]
    return {
      status,
      code,
      message: status === 500 ? unexpected.message : message,
      ...(field === undefined ? {} : { field }),
      ...(Object.keys(details).length === 0 ? {} : { details }),
    }
  }
  // What Express throws for an address such as `/%zz`.
  if (error instanceof URIError) {
    return failureOf(
      new Problem('ADDRESS_INVALID', 'The address has an escape that means nothing.'),
    )
  }
  return failureOfBody(error) ?? unexpected
}

/** What Express's own parsers throw, by the names that they give. */
function failureOfBody(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('type' in error)) return undefined
  if (error.type === 'entity.too.large') {
    return failureOf(new Problem('BODY_TOO_LARGE', 'The body is larger than 1 MB. Send less.'))
  }
  if (typeof error.type === 'string' && 'status' in error && error.status !== 500) {
    return failureOf(new Problem('BODY_INVALID', 'The body cannot be read. Send JSON in UTF-8.'))
  }
  return undefined
}
