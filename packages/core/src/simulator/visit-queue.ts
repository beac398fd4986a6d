/**
 * The next visit of every customer, the soonest first. A binary heap in typed arrays: 16 bytes for
 * each customer, so that a million of them fit anywhere.
 */
export class VisitQueue {
  readonly #times: Float64Array
  readonly #visits: Uint32Array
  readonly #heap: Uint32Array
  #size: number

  /** @param times the instant of each customer's first visit */
  constructor(times: Float64Array) {
    this.#times = times
    this.#visits = new Uint32Array(times.length)
    this.#heap = Uint32Array.from(times, (_, customer) => customer)
    this.#size = times.length
    for (let at = (this.#size >> 1) - 1; at >= 0; at--) this.#sink(at)
  }

  /** Whose visit is next; undefined where nobody comes any more. */
  next(): { readonly customer: number; readonly visit: number; readonly at: number } | undefined {
    const customer = this.#heap[0]
    if (customer === undefined || this.#size === 0) return undefined
    return { customer, visit: this.#visits[customer] ?? 0, at: this.#timeOf(customer) }
  }

  /** Says when the customer whose visit was next comes again; undefined for never. */
  comesAgain(at: number | undefined): void {
    const customer = this.#heap[0]
    if (customer === undefined || this.#size === 0) return
    if (at === undefined) {
      this.#size -= 1
      this.#heap[0] = this.#heap[this.#size] ?? customer
    } else {
      this.#times[customer] = at
      this.#visits[customer] = (this.#visits[customer] ?? 0) + 1
    }
    this.#sink(0)
  }

  #timeOf(customer: number): number {
    return this.#times[customer] ?? Infinity
  }

  #sink(start: number): void {
    const heap = this.#heap
    const sinking = heap[start]
    if (sinking === undefined) return
    let at = start
    for (;;) {
      const child = this.#sooner(2 * at + 1, 2 * at + 2)
      const customer = child === undefined ? undefined : heap[child]
      if (child === undefined || customer === undefined || !this.#before(customer, sinking)) break
      heap[at] = customer
      at = child
    }
    heap[at] = sinking
  }

  #sooner(left: number, right: number): number | undefined {
    if (left >= this.#size) return undefined
    const [a, b] = [this.#heap[left], this.#heap[right]]
    if (a === undefined || b === undefined || right >= this.#size) return left
    return this.#before(b, a) ? right : left
  }

  /** Ties go by the customers' numbers. */
  #before(a: number, b: number): boolean {
    const [atA, atB] = [this.#timeOf(a), this.#timeOf(b)]
    return atA < atB || (atA === atB && a < b)
  }
}
