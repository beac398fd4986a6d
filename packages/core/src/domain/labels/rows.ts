/** A mark that comes from outside, such as a label of WhatsApp Business. */
export interface LabelRow {
  readonly id: string
  /** Where it is kept: the name of a bridge or a platform, or `shop`. */
  readonly source: string
  readonly name: string
  /** Unique within the source. */
  readonly nameFold: string
  readonly createdAt: number
}

export type LabelChange = 'added' | 'removed'

/** A label put on a customer or taken off, as it was told. Kept for good. */
export interface LabelEventRow {
  readonly id: string
  readonly customerId: string
  readonly originId: string
  readonly labelId: string
  readonly change: LabelChange
  readonly at: number
  /** Who did it, where the source says so. */
  readonly by: string | null
  /** The source's own id of the event. */
  readonly eventId: string | null
  readonly recordedAt: number
}

/** A time for which a customer had a label: derived from the log. */
export interface LabelSpanRow {
  readonly customerId: string
  readonly labelId: string
  /** When the label was put on. */
  readonly at: number
  /** When it was taken off; null while it is on. It is off at this instant. */
  readonly until: number | null
  /** Who put it on. */
  readonly by: string | null
  readonly byFold: string | null
}
