import { setTimeout as sleep } from 'node:timers/promises'
import { failureKind } from './failure-kind.ts'

const longestPause = 25

/**
 * Tries until no other connection is in the way. SQLite's own waiting would put the whole process to
 * sleep, and with it whoever holds the lock in this one.
 *
 * @param longest Milliseconds after which the driver's error is thrown.
 */
export async function patiently<T>(attempt: () => T, longest: number): Promise<T> {
  const giveUpAt = performance.now() + longest
  for (let pause = 1; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return attempt()
    } catch (error) {
      if (failureKind(error) !== 'busy' || performance.now() + pause > giveUpAt) throw error
    }
    await sleep(pause)
  }
}
