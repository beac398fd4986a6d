import { AsyncLocalStorage } from 'node:async_hooks'
import type { Storage } from '@langganan/core/storage'

/** What a test wants to know of the call that a transaction belongs to. */
export interface Watched {
  /** Before a transaction begins; what it throws, the storage throws. */
  begins?(mode: string): void
  /** Right after it has committed, before anything else happens. */
  committed(mode: string): void
}

/** Something that waits for its turn. */
interface Waiting {
  go(): void
  readonly isDone: Promise<void>
}

/**
 * Lets calls that run at the same time go on one step at a time, in the order that a number draws: each
 * transaction and each request is a step.
 */
export class Interleaving {
  readonly calls: AsyncLocalStorage<Watched> = new AsyncLocalStorage()
  /** Steps wait only while this holds. */
  isOn = false
  readonly #waiting: Waiting[] = []
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A number from 0 up to this one. */
  draw(below: number): number {
    this.#state = (Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
    const mixed = Math.imul(this.#state ^ (this.#state >>> 12), 0x297a2d39)
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below
  }

  /** Whether something waits for its turn. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** Waits for a turn; whoever has it calls the answer when the step is done. */
  async turn(): Promise<() => void> {
    if (!this.isOn) return () => undefined
    let finish = (): void => undefined
    const isDone = new Promise<void>((resolve) => {
      finish = resolve
    })
    await new Promise<void>((go) => {
      this.#waiting.push({ go, isDone })
    })
    return finish
  }

  /** Lets one that waits do its step. */
  async step(): Promise<void> {
    const [next] = this.#waiting.splice(this.draw(Math.max(1, this.#waiting.length)), 1)
    next?.go()
    await next?.isDone
    await quiet()
  }

  /** A storage whose transactions are steps. */
  storage(inner: Storage): Storage {
    return {
      name: inner.name,
      shopIds: () => inner.shopIds(),
      close: () => inner.close(),
      transaction: async (shopId, mode, work) => {
        const call = this.calls.getStore()
        const done = await this.turn()
        try {
          call?.begins?.(mode)
          const answer = await inner.transaction(shopId, mode, work)
          call?.committed(mode)
          return answer
        } finally {
          done()
        }
      },
    }
  }
}

/** Until everything that can go on without a turn has. */
export async function quiet(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve))
}
