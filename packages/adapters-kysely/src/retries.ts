import type { FailureKind, SqlFlavor } from './flavor.ts'

/** Waits after so many attempts of a transaction, 1 the first time. */
export type Pause = (attempts: number) => Promise<void>

/** So often a transaction is tried before its failure is the caller's. */
export const mostAttempts = 10

/**
 * Whether what undid a transaction may be over when it begins again. A key that is taken is so where
 * another writer took it after we looked, which takes writers side by side.
 */
export function mayBeginAgain(
  failure: FailureKind | undefined,
  { sideBySide }: SqlFlavor,
): boolean {
  if (failure === 'conflict') return sideBySide !== null
  return failure === 'retry' || failure === 'lost' || failure === 'forgotten'
}

const longestPause = 200

/** A few milliseconds, at random so that those who stood in each other's way do not meet again. */
export const shortPause: Pause = (attempts) =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * Math.min(2 ** attempts, longestPause))
  })
