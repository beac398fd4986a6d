import fc from 'fast-check'
import { test } from 'vitest'
import { environment } from './environment.ts'

/** How many cases a property tries: in the ordinary run, and in the long campaign. */
export interface Runs {
  readonly ordinary: number
  readonly long: number
}

/** Milliseconds that a property may take: a long campaign is an hour's. */
const patience = 3_600_000

/** How many cases are tried this time. */
export function numRunsOf({ ordinary, long }: Runs): number {
  const { runs, isLong, part } = environment()
  return runs ?? (isLong ? long : Math.ceil(ordinary * part))
}

/** Asserts a law for drawn cases. A failure prints the smallest case found and its seed. */
export async function holds<T>(
  cases: fc.Arbitrary<T>,
  law: (drawn: T) => Promise<void>,
  runs: Runs,
): Promise<void> {
  const { seed } = environment()
  await fc.assert(fc.asyncProperty(cases, law), {
    numRuns: numRunsOf(runs),
    ...(seed === undefined ? {} : { seed }),
  })
}

/** Registers a law as a test; `begin` makes what tries one case, given its number. */
export function testLaw<T>(
  name: string,
  cases: fc.Arbitrary<T>,
  runs: Runs,
  begin: () => Promise<(drawn: T, number: number) => Promise<void>>,
): void {
  const law = async (): Promise<void> => {
    const holdsFor = await begin()
    let tried = 0
    await holds(
      cases,
      async (drawn) => {
        tried += 1
        await holdsFor(drawn, tried)
      },
      runs,
    )
  }
  test(name, law, patience)
}
