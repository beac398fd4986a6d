/** Numbers that depend on the seed and on nothing else. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = Math.trunc(seed) | 0
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    this.#state = (this.#state + 0x9e37_79b9) | 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1))
  }

  /** True in this share of the cases. */
  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('')
  }

  /** Hexadecimal digits in capitals. */
  hex(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 15).toString(16).toUpperCase()).join(
      '',
    )
  }
}
