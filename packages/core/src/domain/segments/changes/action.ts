import type { ConsentChannel, ConsentDecision, ConsentPurpose } from '../../consents/rows.ts'
import type { InteractionRow } from '../../interactions/rows.ts'
import type { FieldName } from '../fields/field-types.ts'

/**
 * What can change an answer: something that the shop does or sees now, each one call of its API, or
 * the time that passes. The list is closed. Amounts are minor units.
 */
export type Action =
  | WaitAction
  | TagAction
  | GroupAction
  | LabelAction
  | ConsentAction
  | SetAction
  | ArchiveAction
  | BlacklistAction
  | BounceAction
  | InteractAction
  | SettleAction
  | ReturnAction
  | BuyAction

export type ActionKind = Action['kind']

/** Nothing happens until an instant, epoch milliseconds. */
export interface WaitAction {
  readonly kind: 'wait'
  readonly until: number
}

/** A tag is given by hand, or what was given by hand is taken back. */
export interface TagAction {
  readonly kind: 'tag'
  /** Id of the tag. */
  readonly tag: string
  readonly given: boolean
}

/** The customer is put into a group, or taken out. */
export interface GroupAction {
  readonly kind: 'group'
  /** Id of the group. */
  readonly group: string
  readonly joined: boolean
}

/** A label is put on, or taken off. */
export interface LabelAction {
  readonly kind: 'label'
  /** Id of the label. */
  readonly label: string
  readonly change: 'added' | 'removed'
  /** By whom, where that is asked. */
  readonly by: string | null
}

/** The customer decides about the use of personal data. */
export interface ConsentAction {
  readonly kind: 'consent'
  readonly purpose: ConsentPurpose
  /** Null speaks for every channel. */
  readonly channel: ConsentChannel | null
  readonly decision: ConsentDecision
}

/** A profile field or attribute is set; null takes its value away. */
export interface SetAction {
  readonly kind: 'set'
  /** What of the profile is set: a category by its id, the fields of several values to all of them. */
  readonly field: FieldName
  readonly value: SetValue
  /** The value is an example: any would do that nothing is asked about. */
  readonly isExample: boolean
  /** Of a field of several values: those that go, and no others. */
  readonly taken?: readonly string[]
}

export type SetValue = string | number | boolean | readonly string[] | null

export interface ArchiveAction {
  readonly kind: 'archive'
  /** False restores. */
  readonly archived: boolean
}

/** The customer is blacklisted for good, or that is taken back. */
export interface BlacklistAction {
  readonly kind: 'blacklist'
  readonly blacklisted: boolean
}

/** Mail to an address comes back, or the address is confirmed. */
export interface BounceAction {
  readonly kind: 'bounce'
  readonly email: string
  readonly bounced: boolean
}

/** So many interactions, all alike. */
export interface InteractAction {
  readonly kind: 'interact'
  readonly count: number
  readonly interaction: InteractionAsked
}

export type InteractionAsked = Pick<
  InteractionRow,
  'kind' | 'channel' | 'direction' | 'businessNumber' | 'device' | 'product' | 'term'
>

/** Orders are paid, or credit notes refunded: one in part or whole, or several, the oldest first. */
export interface SettleAction {
  readonly kind: 'pay' | 'refund'
  readonly parts: readonly SettledPart[]
  /** `cash` where it is not asked. */
  readonly method: string
}

export interface SettledPart {
  /** The order's or credit note's own number. */
  readonly orderId: string
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

/** Goods for so much money come back with a credit note, which is refunded at once or left as credit. */
export interface ReturnAction {
  readonly kind: 'return'
  readonly amount: number
  readonly refunded: boolean
}

/** Orders that stand. */
export interface BuyAction {
  readonly kind: 'buy'
  readonly orders: readonly Order[]
  /** All of it paid at once, or nothing; with `either` both ways do. */
  readonly paid: 'yes' | 'no' | 'either'
  /** `cash` where it is not asked. */
  readonly method: string
}

export type Order = readonly BoughtGoods[]

/** What is asked of goods. Null is anything else: what is not asked about, and another product in each line. */
export interface Goods {
  readonly product: string | null
  readonly category: string | null
  readonly colour: string | null
  readonly size: string | null
}

/** A line of an order. */
export interface BoughtGoods extends Goods {
  readonly quantity: number
  /** Of the whole line. */
  readonly amount: number
}
