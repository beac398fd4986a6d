import type { Carrying } from '../world/channel.ts'

/**
 * One call of a public method, as data. What is only known while a script runs stands in the
 * arguments as a blank.
 */
export interface Command {
  /** `customers.add`, …, or `clock.step`, or `again`, which repeats an earlier call word for word. */
  readonly call: string
  readonly args: readonly unknown[]
}

/** A part of the arguments that the script fills in. */
export type Blank =
  /** Id of the n-th thing made so far, counted round; of nothing where there is none. */
  | { readonly blank: 'id'; readonly of: ThingMade; readonly n: number }
  /** A `Date` so many milliseconds before the clock. */
  | { readonly blank: 'ago'; readonly ms: number }
  /** What is still open on an order; 1 where nothing is. */
  | { readonly blank: 'open'; readonly orderId: unknown }
  /** A channel that carries like this. */
  | { readonly blank: 'channel'; readonly carrying: Carrying; readonly businessNumber: string }

/** Orders and credit notes go by the shop's own numbers, the rest by their ids. */
export type ThingMade =
  | 'customer'
  | 'group'
  | 'tag'
  | 'category'
  | 'segment'
  | 'label'
  | 'sale'
  | 'creditNote'
  | 'payment'
  | 'send'
  | 'message'
  | 'draft'
  | 'letter'

export function isBlank(value: unknown): value is Blank {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'blank')
}

export function idOf(of: ThingMade, n: number): Blank {
  return { blank: 'id', of, n }
}

export function ago(ms: number): Blank {
  return { blank: 'ago', ms }
}

export const hour = 3_600_000
export const day: number = 24 * hour
