import type { InteractionKind } from '../../../interactions/rows.ts'
import type { InteractionAsked } from '../action.ts'

/** How a language tells actions, each as a phrase that can stand alone. Names and amounts come as people read them. */
export interface ChangeLanguage {
  wait(until: string): string
  tag(name: string, given: boolean): string
  group(name: string, joined: boolean): string
  label(name: string, change: 'added' | 'removed', by: string | null): string
  consent(purpose: string, channel: string | null, decision: string): string
  set(noun: string, value: string): string
  emptied(noun: string): string
  taken(noun: string, values: readonly string[]): string
  toAnything(noun: string): string
  archived(archived: boolean): string
  blacklisted(blacklisted: boolean): string
  bounced(email: string, bounced: boolean): string
  interactions(
    count: number,
    kind: InteractionKind,
    direction: InteractionAsked['direction'],
    about: string,
  ): string
  paid(amounts: string, orders: readonly string[], method: string | null): string
  refunded(amounts: string, notes: readonly string[]): string
  returned(amount: string, refunded: boolean): string
  bought(orders: BoughtOrders): string
}

/** Orders as they are told. */
export interface BoughtOrders {
  readonly count: number
  /** All pieces, where more than one of each is asked for. */
  readonly pieces: number | null
  /** All money, where it matters how much. */
  readonly amount: string | null
  /** What is asked of the goods. */
  readonly goods: readonly string[]
  /** How many different products, where more than one is asked for and none is named. */
  readonly products: number | null
  readonly paid: 'yes' | 'no' | 'either'
  /** Where it is asked. */
  readonly method: string | null
}
