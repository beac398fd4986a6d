import type { Runner } from '../runner.ts'
import { oneRound } from './let-time-go-on.ts'

/** What a tick came to. */
export interface Tick {
  /** Customers for whom something could change. */
  readonly customers: number
  /** Times that one came to belong to a tracked segment or to have a rule's tag, or ceased to. */
  readonly crossings: number
}

/**
 * Lets time go on up to now, in transactions of a few hundred customers each: should one fail, those
 * before it are done, and the next tick goes on behind them.
 */
export async function tick({ alone }: Runner): Promise<Tick> {
  let customers = 0
  let crossings = 0
  for (;;) {
    const round = await alone(oneRound)
    customers += round.customers
    crossings += round.crossings
    if (round.isLast) return { customers, crossings }
  }
}
