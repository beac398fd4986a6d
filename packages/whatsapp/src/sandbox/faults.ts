import type { Random } from './time/random.ts'

/** Something that goes wrong with one call. */
export type Fault =
  /** It is refused with this code. */
  | { readonly fault: 'refuse'; readonly code: number }
  /** It is done, and the connection breaks before the answer. */
  | { readonly fault: 'loseAnswer' }
  /** The connection breaks before it is done. */
  | { readonly fault: 'loseRequest' }
  /** No connection comes about. */
  | { readonly fault: 'unreachable' }
  /** It is done, and something on the way answers with a page of its own. */
  | { readonly fault: 'garbleAnswer' }
  /** It is done, and the answer takes so many milliseconds. */
  | { readonly fault: 'slow'; readonly milliseconds: number }

/** How often which fault befalls calls, by chance: shares from 0 to 1. */
export type Trouble = Readonly<
  Partial<Record<Exclude<Fault['fault'], 'refuse' | 'slow'>, number>>
> & {
  /** By code. */
  readonly refuse?: Readonly<Record<number, number>> | undefined
  readonly slow?: { readonly share: number; readonly milliseconds: number } | undefined
}

/** What is to go wrong. */
export class Faults {
  readonly #next: Fault[] = []
  #trouble: Trouble = {}
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  /** The next calls meet these, one each. */
  next(faults: readonly Fault[]): void {
    this.#next.push(...faults)
  }

  trouble(trouble: Trouble): void {
    this.#trouble = trouble
  }

  /** What befalls the call that comes now. */
  take(): Fault | undefined {
    return this.#next.shift() ?? this.#byChance()
  }

  #byChance(): Fault | undefined {
    const { refuse = {}, slow, ...shares } = this.#trouble
    for (const [code, share] of Object.entries(refuse)) {
      if (this.#random.chance(share)) return { fault: 'refuse', code: Number(code) }
    }
    if (slow !== undefined && this.#random.chance(slow.share)) {
      return { fault: 'slow', milliseconds: slow.milliseconds }
    }
    const simple = ['loseAnswer', 'loseRequest', 'unreachable', 'garbleAnswer'] as const
    const hit = simple.find((fault) => this.#random.chance(shares[fault] ?? 0))
    return hit === undefined ? undefined : { fault: hit }
  }
}
