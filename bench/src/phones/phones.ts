import { interleaved, median, spread } from '../measure.ts'
import type { Figure, Result } from '../result.ts'
import { ours, peers, type Reads } from './readers.ts'
import { typedNumbers } from './typed-numbers.ts'

const numbers = 10_000
const goalMicroseconds = 2
const library = 'libphonenumber-js/max'

/** Reading Indonesian mobiles as people type them, beside three libraries. */
export async function phones(repetitions: number): Promise<Result[]> {
  const typed = typedNumbers(numbers)
  for (const [name, reads] of Object.entries(peers)) {
    for (const text of typed) {
      if (ours(text) === undefined || reads(text) !== ours(text)) {
        throw new Error(`${name}: the answers for ${text} differ.`)
      }
    }
  }
  const contenders = Object.entries({ ours, ...peers }).map(([name, reads]) => ({
    name,
    prepare: async () => readsAll(reads, typed),
  }))
  const times = await interleaved(contenders, repetitions)
  const figure = (name: string): Figure => {
    const each = (times.get(name) ?? []).map((ms) => (ms * 1_000) / numbers)
    return { median: median(each), spread: spread(each), unit: 'µs/number' }
  }
  const own = figure('ours')
  return [
    {
      name: 'reading an Indonesian mobile',
      goal: `≤ ${goalMicroseconds} µs`,
      ratio: null,
      isMet: own.median <= goalMicroseconds,
      against: null,
      ours: own,
      theirs: null,
    },
    ...Object.keys(peers).map((name) => besidePeer(name, own, figure(name))),
  ]
}

function besidePeer(name: string, own: Figure, theirs: Figure): Result {
  const ratio = theirs.median / own.median
  const least = name === library ? 5 : 1
  return {
    name: 'reading an Indonesian mobile, beside a peer',
    goal: least === 1 ? '≥ 1 × as fast' : `≥ ${least} × as fast`,
    ratio,
    isMet: ratio >= least,
    against: name,
    ours: own,
    theirs,
  }
}

function readsAll(reads: Reads, typed: readonly string[]): () => void {
  return () => {
    for (const text of typed) reads(text)
  }
}
