import type { SampleCondition } from '../condition.ts'
import { sampleModulus } from '../evaluate/sample.ts'

/** A share of all customers, the same ones for the same seed: a and b come from the seed. */
export function sampleCondition(percent: number, seed: string): SampleCondition {
  return {
    op: 'sample',
    a: 1 + (scramble(`${seed}/a`) % (sampleModulus - 1)),
    b: scramble(`${seed}/b`) % sampleModulus,
    share: Math.floor((percent * sampleModulus) / 100),
  }
}

/** A text as 32 bits in which every code unit shows: a multiplicative hash with a final mixing. */
function scramble(text: string): number {
  let hash = 0x9e3779b9
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}
