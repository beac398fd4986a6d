/** Until when all that is kept of a customer stays as it is, if nothing but time goes on. */
export interface TurnRow {
  readonly customerId: string
  /** The instant up to which the customer was judged. */
  readonly judgedAt: number
  /** The first instant after it at which an answer may change. */
  readonly turnsAt: number
}

/** Why a customer came to belong to a tracked segment, or ceased to. */
export type CrossingCause =
  /** Something was written about the customer. */
  | 'write'
  /** Time alone. */
  | 'time'
  /** The segment began to be tracked, ceased to be, or means something else. */
  | 'definition'
  /** A rebuild found it. */
  | 'rebuild'

/** A customer came to belong to a tracked segment, or ceased to. Never rewritten. */
export interface SegmentChangeRow {
  readonly id: string
  readonly segmentId: string
  readonly customerId: string
  /** 1: came to belong; 0: ceased to. */
  readonly entered: 0 | 1
  readonly occurredAt: number
  readonly recordedAt: number
  readonly cause: CrossingCause
}
