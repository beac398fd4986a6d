/** Law 14. `LANGGANAN_RUNS` says how many lives each storage lives; `LANGGANAN_LONG=1` makes 100,000 changes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type StorageName, storageNames, storages } from '../support/storages.ts'
import { liveAndSend } from './live-and-send.ts'
import { sendingLives } from './sending-life.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const { LANGGANAN_RUNS: runs, LANGGANAN_SEED: seed } = process.env
const livesOfLongRun = 6_000
const changesOfLongRun = 100_000

/** Each statement is a journey there, so fewer lives are tried. */
const ordinaryLives: Readonly<Record<StorageName, number>> = { memory: 25, sqlite: 25, postgres: 8 }

describe.each(storageNames)('law 14 on %s', (name) => {
  test('law 14: no message leaves that may not, however sends and changes interleave', async () => {
    const storage = storages[name]()
    const tally: Record<string, number> = {}
    let lives = 0
    await fc.assert(
      fc.asyncProperty(sendingLives, async (life) => {
        lives += 1
        const came = await liveAndSend(storage, `life-${lives}`, life)
        for (const [what, times] of Object.entries(came)) tally[what] = (tally[what] ?? 0) + times
      }),
      {
        numRuns:
          runs === undefined ? (isLong ? livesOfLongRun : ordinaryLives[name]) : Number(runs),
        ...(seed === undefined ? {} : { seed: Number(seed) }),
      },
    )
    // Nothing of it was tried in vain.
    const often = ['stopped', 'accepted']
    const kinds = isLong
      ? [...often, 'refused', 'notSent', 'unknown', 'claimed', 'resolved']
      : often
    if (runs === undefined) for (const what of kinds) expect(tally[what], what).toBeGreaterThan(0)
    if (isLong && runs === undefined) expect(tally.changes).toBeGreaterThanOrEqual(changesOfLongRun)
  }, 3_600_000)
})
