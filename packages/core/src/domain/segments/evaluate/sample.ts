import type { SampleCondition } from '../condition.ts'
import type { Judge } from './judge.ts'

/** The prime 2³¹ − 1 that sample keys are counted modulo. */
export const sampleModulus: number = 2 ** 31 - 1

const half = 2 ** 16

/** (a · key + b) mod (2³¹ − 1), exact for a, b and key below 2³¹. */
export function samplePlace(a: number, b: number, key: number): number {
  // a · key goes past 2⁵³, so a is taken in two halves of sixteen bits.
  const high = (Math.floor(a / half) * key) % sampleModulus
  return (high * half + (a % half) * key + b) % sampleModulus
}

export function judgeSample(condition: SampleCondition): Judge {
  const { a, b, share } = condition
  return (view) => samplePlace(a, b, view.customer.sampleKey) < share
}
