import { isLanggananError, LanggananError } from '@langganan/core/storage'
import type { FailureKind, SqlFlavor } from './flavor.ts'

/** The code of a failure, by its kind. */
const codes = {
  busy: 'STORAGE_BUSY',
  conflict: 'STORAGE_CONFLICT',
  forbidden: 'STORAGE_FAILED',
  forgotten: 'STORAGE_FAILED',
  lost: 'STORAGE_UNREACHABLE',
  other: 'STORAGE_FAILED',
  overflow: 'AMOUNT_OVERFLOW',
  retry: 'STORAGE_BUSY',
  unreachable: 'STORAGE_UNREACHABLE',
} as const satisfies Record<FailureKind, string>

/**
 * The error of a statement as a {@link LanggananError}, with the driver's own as its cause. The
 * message names what was being done, never a value.
 */
export function storageError(flavor: SqlFlavor, error: unknown, doing: string): LanggananError {
  if (isLanggananError(error)) return error
  const kind = flavor.failureKind(error)
  const advice = flavor.advice?.(error)
  if (advice !== undefined) {
    const message = `${flavor.name} ${advice.cause} while ${doing}; nothing of the call was written. ${advice.fix}`
    return new LanggananError(codes[kind], message, { cause: error })
  }
  switch (kind) {
    case 'busy':
      return new LanggananError(
        codes[kind],
        `${flavor.name} stayed locked by another writer while ${doing}; try again, or allow a longer wait.`,
        { cause: error },
      )
    case 'conflict':
      return new LanggananError(
        codes[kind],
        `${flavor.name} refused a row while ${doing}: one with its key or its unique name exists already.`,
        { cause: error },
      )
    case 'retry':
      return new LanggananError(
        codes[kind],
        `${flavor.name} gave way to other writers while ${doing}, at every try; call again.`,
        { cause: error },
      )
    case 'lost':
      return new LanggananError(
        codes[kind],
        `${flavor.name} went away while ${doing}; nothing of the call was written. See that the server runs, then call again.`,
        { cause: error },
      )
    case 'forgotten':
      return new LanggananError(
        codes[kind],
        `${flavor.name} did not know a prepared statement any more while ${doing}, on other connections neither. A pooler between may give each transaction another connection: let it follow prepared statements (PgBouncer: max_prepared_statements above 0), or pool by session.`,
        { cause: error },
      )
    case 'overflow':
      return new LanggananError(
        codes[kind],
        `A sum left the exact range of integers while ${doing}.`,
        { cause: error },
      )
    case 'unreachable':
      return new LanggananError(
        codes[kind],
        `${flavor.name} could not be reached while ${doing}; nothing was written. See that the server runs and that the connection's options name it, then call again.`,
        { cause: error },
      )
    case 'forbidden':
      return new LanggananError(
        codes[kind],
        `${flavor.name} forbade it while ${doing}: the user of the connection lacks a right. Grant it, or connect as a user who has it; the cause names what was refused.`,
        { cause: error },
      )
    case 'other':
      return new LanggananError(
        codes[kind],
        `${flavor.name} failed while ${doing}; its own error is the cause.`,
        { cause: error },
      )
  }
}

/** The error of a commit that neither was done for certain nor refused. */
export function outcomeUnknown(flavor: SqlFlavor, error: unknown): LanggananError {
  return new LanggananError(
    'STORAGE_OUTCOME_UNKNOWN',
    `${flavor.name} did not say how its commit ended: the call is done, or nothing of it is. A call with an order id, a reference or an event id can be repeated, and is done once; of others, look first.`,
    { cause: isLanggananError(error) ? error.cause : error },
  )
}

/** The error of a call that names no shop. */
export function shopIdRequired(): LanggananError {
  return new LanggananError(
    'SHOP_ID_REQUIRED',
    'The shop id must be a text that is not empty; every read and write belongs to one shop.',
    { field: 'shopId' },
  )
}
