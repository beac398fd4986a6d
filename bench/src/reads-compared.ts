import { type Contender, interleaved, median, spread } from './measure.ts'
import type { Result } from './result.ts'

/** The same reads in two ways. */
export interface Reads {
  readonly name: string
  readonly against: string
  readonly ours: () => Promise<unknown>
  readonly theirs: () => unknown
}

/** How many of so many reads are done in a second. */
export async function readsCompared(
  { name, against, ours, theirs }: Reads,
  reads: number,
  repetitions: number,
): Promise<Result> {
  const contenders: Contender[] = [
    { name: 'ours', prepare: async () => async () => void (await ours()) },
    { name: 'raw', prepare: async () => async () => void (await theirs()) },
  ]
  const times = await interleaved(contenders, repetitions)
  const perSecond = (who: string) => (times.get(who) ?? []).map((ms) => (reads / ms) * 1_000)
  const [own, peer] = [perSecond('ours'), perSecond('raw')]
  const ratio = median(own) / median(peer)
  return {
    name,
    goal: '≥ 0.6',
    ratio,
    isMet: ratio >= 0.6,
    against,
    ours: { median: median(own), spread: spread(own), unit: 'reads/s' },
    theirs: { median: median(peer), spread: spread(peer), unit: 'reads/s' },
  }
}
