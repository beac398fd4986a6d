import type { Storage } from '@langganan/core/storage'
import { CliError } from '../errors/cli-error.ts'

/**
 * The same storage, read alone while `--at` lies ahead: who asks of a later instant gets an answer, and
 * nothing is recorded as if that had come. A tick there would close the history of tracked segments up to
 * it, and no clock could go back behind.
 */
export function askingOnly(storage: Storage, isAhead: () => boolean): Storage {
  return {
    name: storage.name,
    shopIds: () => storage.shopIds(),
    transaction(shopId, mode, work) {
      if (mode !== 'read' && isAhead()) return Promise.reject(atAhead())
      return storage.transaction(shopId, mode, work)
    },
    close: () => storage.close(),
  }
}

/** What is refused at an instant that has not come. */
export function atAhead(): CliError {
  return new CliError(
    'TIME_IN_FUTURE',
    '--at lies ahead of the clock, and nothing is recorded before it has happened. Leave --at out, or give a time that has passed; commands that only ask, such as segment explain or monitor, take a later one too.',
    'at',
  )
}
