import { LanggananError } from '../domain/error/langganan-error.ts'

/**
 * For the work of a transaction that cannot be done over, because its bytes are given or taken: a
 * storage that begins it again, after a lost connection say, is told to give up.
 */
export function onlyOnce(): () => void {
  let hasBegun = false
  return () => {
    if (hasBegun) {
      throw new LanggananError(
        'STORAGE_BUSY',
        'The storage had to begin the transaction again, and half of the backup had gone through already. Begin the backup or the restore anew.',
      )
    }
    hasBegun = true
  }
}
