import { LanggananError } from '../domain/error/langganan-error.ts'
import type { Storage } from '../ports/storage/storage.ts'

/**
 * The storage inside a transaction of the host's.
 *
 * @throws LanggananError `INVALID_INPUT` if there is no such thing, or what was given is none
 */
export function storageWithin(storage: Storage, transaction: unknown): Storage {
  if (storage.within !== undefined) return storage.within(transaction)
  throw new LanggananError(
    'INVALID_INPUT',
    `The storage ${storage.name} is not in a database in which the host could have a transaction. Call the shop itself, or open it with sqliteStorage or postgresStorage.`,
    { field: 'transaction' },
  )
}

/** A host's transaction is over before a timer comes round. */
export function noTickingWithin(): never {
  throw new LanggananError(
    'INVALID_INPUT',
    'Inside a transaction nothing ticks by itself. Call start on the shop itself, or tick here.',
  )
}

/** What was sent cannot be taken back, and only the host knows whether its transaction commits. */
export async function noSendingWithin(): Promise<never> {
  throw new LanggananError(
    'INVALID_INPUT',
    'Inside a transaction nothing is sent. Commit it, and then call messages.send on the shop itself.',
  )
}
