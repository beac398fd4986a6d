/**
 * A bucket of tokens per key: each fills by one token in so many milliseconds up to its size. A bucket is
 * kept as the instant at which it is full again; one that is full is not kept.
 */
export class TokenBuckets {
  readonly #size: number
  readonly #interval: number
  readonly #fullAt = new Map<string, number>()
  #prunedSize = 1_000

  /** @param interval milliseconds per token */
  constructor(size: number, interval: number) {
    this.#size = size
    this.#interval = interval
  }

  /** Milliseconds until this bucket has a token; 0 is now. */
  wait(key: string, now: number): number {
    const fullAt = this.#fullAt.get(key) ?? now
    return Math.max(0, fullAt - now - (this.#size - 1) * this.#interval)
  }

  take(key: string, now: number): void {
    const fullAt = Math.max(this.#fullAt.get(key) ?? now, now)
    this.#fullAt.set(key, fullAt + this.#interval)
    if (this.#fullAt.size > this.#prunedSize) this.#prune(now)
  }

  #prune(now: number): void {
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key)
    this.#prunedSize = Math.max(1_000, this.#fullAt.size * 2)
  }
}
