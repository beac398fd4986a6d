import type { DeadLetterOutcome } from '../dead-letters/rows.ts'
import type { CrossingCause } from '../kept/rows.ts'

/**
 * Something that happened: who did what, to whom, when. One log serves the audit and consumers
 * outside. Holds ids and names of fields, never personal values.
 */
export interface EventRow {
  /** Given by the storage in the order of commits, from 1. */
  readonly seq: number
  readonly type: EventType
  readonly actor: string
  readonly customerId: string | null
  readonly occurredAt: number
  readonly recordedAt: number
  /** JSON, as the event's type says. */
  readonly data: string
}

const types = [
  'shop.created',
  'shop.rebuilt',
  'customer.added',
  'customer.edited',
  'customer.archived',
  'customer.restored',
  'customer.blacklisted',
  'customer.unblacklisted',
  'customer.deleted',
  'number.reassigned',
  'email.bounced',
  'email.confirmed',
  'conflict.found',
  'conflict.dismissed',
  'interaction.recorded',
  'transaction.recorded',
  'payment.recorded',
  'refund.recorded',
  'order.drafted',
  'order.confirmed',
  'order.cancelled',
  'group.created',
  'group.renamed',
  'group.deleted',
  'group.joined',
  'group.left',
  'tag.created',
  'tag.edited',
  'tag.deleted',
  'tag.assigned',
  'tag.unassigned',
  'category.created',
  'category.renamed',
  'category.deleted',
  'segment.created',
  'segment.edited',
  'segment.deleted',
  'segment.entered',
  'segment.left',
  'view.created',
  'view.edited',
  'view.deleted',
  'attribute.declared',
  'label.created',
  'label.edited',
  'label.deleted',
  'label.added',
  'label.removed',
  'consent.recorded',
  'send.resolved',
  'scores.recorded',
  'deadLetter.recorded',
  'deadLetter.settled',
  'loyalty.refreshed',
] as const

export type EventType = (typeof types)[number]

/** Every type of event, frozen. */
export const eventTypes: readonly EventType[] = /* @__PURE__ */ Object.freeze(types)

/** What each event tells beside its customer, actor and time. */
export interface EventData {
  readonly 'shop.created': Record<never, never>
  readonly 'customer.added': Record<never, never>
  readonly 'customer.edited': { readonly fields: readonly string[] }
  readonly 'customer.archived': Record<never, never>
  readonly 'customer.restored': Record<never, never>
  readonly 'customer.blacklisted': Record<never, never>
  readonly 'customer.unblacklisted': Record<never, never>
  readonly 'customer.deleted': Record<never, never>
  /** A number that the customer had is somebody else's now. */
  readonly 'number.reassigned': Record<never, never>
  readonly 'email.bounced': Record<never, never>
  readonly 'email.confirmed': Record<never, never>
  /** Something was told of two customers as of one person. */
  readonly 'conflict.found': { readonly other: string }
  readonly 'conflict.dismissed': { readonly other: string }
  readonly 'interaction.recorded': { readonly interaction: string }
  readonly 'transaction.recorded': { readonly transaction: string }
  readonly 'payment.recorded': { readonly payment: string; readonly transaction: string }
  readonly 'refund.recorded': { readonly payment: string; readonly transaction: string }
  /** A customer placed an order in a chat. */
  readonly 'order.drafted': { readonly draft: string }
  readonly 'order.confirmed': { readonly draft: string; readonly transaction: string }
  readonly 'order.cancelled': { readonly draft: string }
  readonly 'group.created': { readonly group: string }
  readonly 'group.renamed': { readonly group: string }
  readonly 'group.deleted': { readonly group: string }
  readonly 'group.joined': { readonly group: string }
  readonly 'group.left': { readonly group: string }
  readonly 'tag.created': { readonly tag: string }
  readonly 'tag.edited': { readonly tag: string }
  readonly 'tag.deleted': { readonly tag: string }
  readonly 'tag.assigned': TagGiven
  readonly 'tag.unassigned': TagGiven
  readonly 'category.created': { readonly category: string }
  readonly 'category.renamed': { readonly category: string }
  readonly 'category.deleted': { readonly category: string }
  readonly 'segment.created': { readonly segment: string }
  readonly 'segment.edited': { readonly segment: string }
  readonly 'segment.deleted': { readonly segment: string }
  readonly 'segment.entered': { readonly segment: string } & Crossed
  readonly 'segment.left': { readonly segment: string } & Crossed
  readonly 'view.created': { readonly view: string }
  readonly 'view.edited': { readonly view: string }
  readonly 'view.deleted': { readonly view: string }
  readonly 'attribute.declared': { readonly attribute: string }
  readonly 'label.created': { readonly label: string }
  readonly 'label.edited': { readonly label: string }
  readonly 'label.deleted': { readonly label: string }
  readonly 'label.added': { readonly label: string; readonly labelEvent: string }
  readonly 'label.removed': { readonly label: string; readonly labelEvent: string }
  readonly 'consent.recorded': { readonly consent: string }
  /** A person said whether a message left of which nobody knew. */
  readonly 'send.resolved': { readonly send: string; readonly sent: boolean }
  /** How many customers have other scores now. */
  readonly 'scores.recorded': { readonly customers: number }
  /** Something came from outside and could not be taken in. */
  readonly 'deadLetter.recorded': { readonly letter: string }
  readonly 'deadLetter.settled': { readonly letter: string; readonly outcome: DeadLetterOutcome }
  readonly 'loyalty.refreshed': { readonly medianGap: number | null }
  readonly 'shop.rebuilt': Record<never, never>
}

/** Whether a person gave or took a tag, or its own rule. */
export type TagGiven =
  | { readonly tag: string; readonly by: 'hand' }
  | ({ readonly tag: string; readonly by: 'rule' } & Crossed)

/** How it came that a customer belongs now to something kept up, or does not. */
export interface Crossed {
  readonly cause: CrossingCause
  /**
   * Whether it was still so when this was recorded: after a long pause, time may have brought the
   * customer in and out again.
   */
  readonly stillHolds: boolean
}

/** A change of a member count; counts are the sum of these. */
export interface CountDeltaRow {
  readonly kind: CountKind
  readonly setId: string
  readonly id: string
  readonly delta: number
}

export type CountKind = 'group' | 'tag' | 'category' | 'segment'
