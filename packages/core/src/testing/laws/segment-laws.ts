import fc from 'fast-check'
import { describe, test } from 'vitest'
import { environment } from '../shop-kit/world/environment.ts'
import type { OpenStorage } from '../shop-kit/world/open.ts'
import type { LawRun } from './law-run.ts'
import { oneMeaning } from './one-meaning.ts'
import { twoValues } from './two-values.ts'

const usual = 2_000
const long = 1_000_000
const patience = 36_000_000

/**
 * Registers laws 1 and 2, one meaning and two values. `LANGGANAN_CASES` says how many predicates the
 * first tries; the second, which asks seven questions of each, tries a fifth, in an
 * ordinary run no more than 400.
 */
export function segmentLaws(open: OpenStorage, ordinary: number = usual): void {
  const { cases = environment().isLong ? long : ordinary } = environment()
  describe('segments', () => {
    test('law 1, one meaning', () => oneMeaning(open, runOf(cases)), patience)

    test(
      'law 2, two values',
      async () => {
        const fifth = Math.ceil(cases / 5)
        const most = cases === ordinary ? Math.min(fifth, usual / 5) : fifth
        await twoValues(open, runOf(most))
      },
      patience,
    )
  })
}

function runOf(cases: number): LawRun {
  const [drawn = 0] = fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)
  return { cases, seed: environment().seed ?? drawn, print }
}

function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(line)
}
