import type { GrantedTurn } from '@langganan/core'

const minute = 60_000
const longest = 15 * minute

/**
 * What stops everything that a number sends, once the platform has said so: for a minute, and twice as long
 * each time that the next try is refused as well, up to 15 minutes. Then one turn is the try; what comes
 * of it decides for all. A try of which nothing is heard gives way to another after a minute.
 */
export class Halt {
  #until = 0
  /** Refusals in a row; 0 where nothing is halted. */
  #times = 0
  #try: GrantedTurn | undefined

  /** Milliseconds until this turn, or one that is still to be taken, may be used; 0 is now. */
  wait(now: number, turn?: GrantedTurn): number {
    if (this.#times === 0) return 0
    if (turn !== undefined && turn === this.#try) return 0
    // A turn from before the halt is no try: many of those may be under way.
    return turn === undefined ? Math.max(0, this.#until - now) : Math.max(1, this.#until - now)
  }

  /** A turn was taken: after a halt it is the try. */
  take(turn: GrantedTurn, now: number): void {
    if (this.#times === 0) return
    this.#try = turn
    this.#until = now + minute
  }

  /** The platform said to stop; gives how long, or undefined where that is known already. */
  refused(turn: GrantedTurn, now: number): number | undefined {
    // Refusals of calls that were under way at the same time are one.
    if (this.#times > 0 && turn !== this.#try) return undefined
    const wait = Math.min(minute * 2 ** this.#times, longest)
    this.#times += 1
    this.#until = now + wait
    this.#try = undefined
    return wait
  }

  /** The platform took a message. */
  passed(): void {
    this.#times = 0
    this.#try = undefined
  }
}
