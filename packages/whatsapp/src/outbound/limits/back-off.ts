const manyWaits = 1_000

/** Who was told to wait, and how often in a row: each time the wait is longer. */
export class BackOff {
  readonly #first: number
  readonly #factor: number
  readonly #most: number
  readonly #waits = new Map<string, { readonly until: number; readonly times: number }>()

  /** @param first milliseconds of the first wait; later ones are `factor` times longer, up to `most` */
  constructor(first: number, factor: number, most: number) {
    this.#first = first
    this.#factor = factor
    this.#most = most
  }

  /** Milliseconds until another try; 0 is now. */
  wait(key: string, now: number): number {
    return Math.max(0, (this.#waits.get(key)?.until ?? now) - now)
  }

  /** Another refusal; gives the milliseconds to wait. */
  refused(key: string, now: number): number {
    const known = this.#waits.get(key)
    if (this.#waits.size > manyWaits) this.#forget(now)
    // Refusals of calls that were under way at the same time are one.
    if (known !== undefined && known.until > now) return known.until - now
    const times = (known?.times ?? 0) + 1
    const wait = Math.min(this.#first * this.#factor ** (times - 1), this.#most)
    this.#waits.set(key, { until: now + wait, times })
    return wait
  }

  passed(key: string): void {
    this.#waits.delete(key)
  }

  /** Drops what was over long ago: whoever was never written to again since. */
  #forget(now: number): void {
    for (const [key, { until }] of this.#waits) {
      if (until + this.#most < now) this.#waits.delete(key)
    }
  }
}
