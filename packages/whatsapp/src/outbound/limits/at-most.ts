/** Lets through at most so many within any period of this length. */
export class AtMost {
  readonly #period: number
  /** The instants of the last ones, in a ring: the next to be overwritten is the oldest. */
  readonly #last: Float64Array
  #next = 0

  /** @param period milliseconds */
  constructor(count: number, period: number) {
    this.#period = period
    this.#last = new Float64Array(count).fill(-Infinity)
  }

  /** Milliseconds until one more may pass; 0 is now. */
  wait(now: number): number {
    return Math.max(0, (this.#last[this.#next] ?? 0) + this.#period - now)
  }

  take(now: number): void {
    this.#last[this.#next] = now
    this.#next = (this.#next + 1) % this.#last.length
  }
}
