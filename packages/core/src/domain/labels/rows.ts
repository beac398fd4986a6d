/** A mark that comes from outside, such as a label of WhatsApp Business. */
export interface LabelRow {
  readonly id: string
  /** Where it is kept: the name of a bridge or a platform, or `shop`. */
  readonly source: string
  /** What tells it apart in the source: `id` and the source's own id, or `name` and the folded name. */
  readonly identity: string
  readonly name: string
  readonly nameFold: string
  readonly colour: string | null
  readonly createdAt: number
  /** When it was deleted in its source; null while it exists there. */
  readonly deletedAt: number | null
}

/** What a source told of a label of its own: the name, the colour, that it is gone. Kept for good. */
export interface LabelEditRow {
  readonly id: string
  readonly labelId: string
  /** Null where only something else was told. */
  readonly name: string | null
  readonly colour: string | null
  readonly deleted: 0 | 1
  readonly at: number
  /** 1 where the source told the time; else `at` is when it arrived. */
  readonly timed: 0 | 1
  readonly recordedAt: number
}

export type LabelChange = 'added' | 'removed'

/** Told as it happened; found missing in a full list; taken off with the label itself. */
export type LabelCause = 'told' | 'reconcile' | 'deleted'

/** A label put on a customer or taken off, as it was told. Kept for good. */
export interface LabelEventRow {
  readonly id: string
  readonly customerId: string
  readonly originId: string
  readonly labelId: string
  readonly change: LabelChange
  readonly at: number
  /** 1 where the source told the time; else `at` is when it arrived, and order of arrival decides. */
  readonly timed: 0 | 1
  /** Who did it, where the source says so. */
  readonly by: string | null
  readonly cause: LabelCause
  /** The source's own id of the event. */
  readonly eventId: string | null
  readonly recordedAt: number
}

/** A label put on somebody or taken off whose number is not known yet: what becomes a row of the log. */
export interface WaitingLabelEventRow {
  readonly id: string
  /** The linked id of the chat. */
  readonly lid: string
  readonly labelId: string
  readonly change: LabelChange
  readonly at: number
  readonly timed: 0 | 1
  readonly by: string | null
  readonly cause: LabelCause
  readonly eventId: string | null
  readonly receivedAt: number
}

/** Which number a linked id belongs to, as a bridge told. */
export interface LinkedIdRow {
  readonly lid: string
  /** The digits of the WhatsApp id. */
  readonly whatsapp: string
  readonly toldAt: number
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
