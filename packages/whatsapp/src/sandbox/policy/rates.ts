/** Counts events per key and forgets those that are over: at most `count` within any `period`. */
export class SlidingCount {
  readonly #period: number
  readonly #events = new Map<string, number[]>()

  /** @param period milliseconds */
  constructor(period: number) {
    this.#period = period
  }

  /** How many there were within the period that ends now. */
  count(key: string, now: number): number {
    const recent = (this.#events.get(key) ?? []).filter((at) => at > now - this.#period)
    this.#events.set(key, recent)
    return recent.length
  }

  add(key: string, now: number): void {
    const known = this.#events.get(key)
    if (known === undefined) this.#events.set(key, [now])
    else known.push(now)
  }
}

/**
 * The limit on messages to one person: some at once, and then as much rest as they would have taken one
 * by one.
 */
export class PairLimit {
  readonly #rest: number
  readonly #mostRest: number
  /** How much rest each pair owes, in milliseconds, and since when. */
  readonly #owed = new Map<string, { readonly at: number; readonly rest: number }>()

  constructor(burst: number, seconds: number) {
    this.#rest = seconds * 1000
    this.#mostRest = burst * this.#rest
  }

  mayPass(pair: string, now: number): boolean {
    return this.#owedAt(pair, now) + this.#rest <= this.#mostRest
  }

  pass(pair: string, now: number): void {
    this.#owed.set(pair, { at: now, rest: this.#owedAt(pair, now) + this.#rest })
  }

  #owedAt(pair: string, now: number): number {
    const known = this.#owed.get(pair)
    return known === undefined ? 0 : Math.max(0, known.rest - (now - known.at))
  }
}
