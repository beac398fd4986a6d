/**
 * Pseudo-random numbers that depend on nothing but their keys: two machines, two days and two
 * population sizes draw the same ones. Small fast counter generator, 128 bits of state; only
 * integer arithmetic and division, so that no engine's `Math.log` or `Math.sin` can make a difference.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(a: number, b: number, c: number) {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    for (let round = 0; round < warmUp; round++) this.bits()
  }

  /** 32 random bits, as an integer from 0 to 2³² − 1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return this.bits() / 0x1_0000_0000
  }

  /** An integer, 0 ≤ n < `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  /** True in this share of the cases. */
  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  /** A number around 0, within ±1, the likelier the nearer to 0. */
  bell(): number {
    return (this.fraction() + this.fraction() + this.fraction()) / 1.5 - 1
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0]
  }
}

const warmUp = 12

/** Draws values in proportion to their weights. */
export type Chooser<T> = (random: Random) => T

/** @param weighted values with weights above zero; they need not sum to anything */
export function chooser<T>(weighted: readonly [Weighted<T>, ...Weighted<T>[]]): Chooser<T> {
  let sum = 0
  const bounds = weighted.map(([value, weight]): Weighted<T> => {
    sum += weight
    return [value, sum]
  })
  const [[fallback]] = weighted
  return (random) => {
    const at = random.fraction() * sum
    for (const [value, bound] of bounds) if (at < bound) return value
    return fallback
  }
}

export type Weighted<T> = readonly [value: T, weight: number]
