import type { SimulatedEvent } from './simulated-event.ts'

/** Events that were decided and are not due yet, the soonest first; equal times by customer, then in order of decision. */
export class PendingEvents {
  readonly #heap: Pending[] = []
  #decided = 0

  /** The instant of the soonest; Infinity where there is none. */
  get soonest(): number {
    return this.#heap[0]?.at ?? Infinity
  }

  add(event: SimulatedEvent): void {
    const pending = { at: event.at.getTime(), order: this.#decided, event }
    this.#decided += 1
    this.#rise(pending)
  }

  /** Takes the soonest out. */
  take(): SimulatedEvent | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (first === undefined || last === undefined) return undefined
    if (first !== last) this.#sink(last)
    return first.event
  }

  #rise(pending: Pending): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(pending)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !before(pending, parent)) break
      heap[at] = parent
      at = above
    }
    heap[at] = pending
  }

  #sink(pending: Pending): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
      const rightFirst = left !== undefined && right !== undefined && before(right, left)
      const child = rightFirst ? right : left
      if (child === undefined || !before(child, pending)) break
      heap[at] = child
      at = 2 * at + (rightFirst ? 2 : 1)
    }
    heap[at] = pending
  }
}

interface Pending {
  readonly at: number
  readonly order: number
  readonly event: SimulatedEvent
}

function before(a: Pending, b: Pending): boolean {
  if (a.at !== b.at) return a.at < b.at
  return a.event.customer === b.event.customer
    ? a.order < b.order
    : a.event.customer < b.event.customer
}
