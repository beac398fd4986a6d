import { interleaved, median, spread } from '../measure.ts'
import type { Figure } from '../result.ts'

/** One contender: what it does for so many customers in one go. */
export interface Side {
  readonly customers: number
  readonly run: () => unknown
}

/** Nanoseconds per customer of both, in turns. */
export async function timedPerCustomer(
  ours: Side,
  theirs: Side,
  repetitions: number,
): Promise<Readonly<Record<'ours' | 'theirs', Figure>>> {
  const contenders = Object.entries({ ours, theirs }).map(([name, { run }]) => ({
    name,
    prepare: async () => async () => void (await run()),
  }))
  const times = await interleaved(contenders, repetitions)
  const figure = (name: string, { customers }: Side): Figure => {
    const each = (times.get(name) ?? []).map((ms) => (ms * 1_000_000) / customers)
    return { median: median(each), spread: spread(each), unit: 'ns/customer' }
  }
  return { ours: figure('ours', ours), theirs: figure('theirs', theirs) }
}
