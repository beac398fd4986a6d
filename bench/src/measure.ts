/** Times of one contender, milliseconds, in the order measured. */
export type Times = readonly number[]

export interface Contender {
  readonly name: string
  /** Made fresh before every repetition and not timed; answers what is timed. */
  prepare(): Promise<() => Promise<void> | void>
}

/**
 * Times contenders in turn, A B A B …, so that a machine that slows down slows all of them, after one
 * round that is not counted.
 */
export async function interleaved(
  contenders: readonly Contender[],
  repetitions: number,
): Promise<ReadonlyMap<string, Times>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= repetitions; round++) {
    for (const { name, prepare } of contenders) {
      const run = await prepare()
      const begin = performance.now()
      await run()
      const elapsed = performance.now() - begin
      if (round > 0) times.get(name)?.push(elapsed)
    }
  }
  return times
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Greatest less least, over the median. */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values)
}
