import { z } from 'zod'
import { instant, list, text } from './values.ts'

/** Whose chat it is, as WhatsApp knows people. A linked id says nothing of a number. */
export interface LabelChat {
  /** The digits of the phone number, or the chat's address (`…@s.whatsapp.net`). */
  readonly whatsapp?: string | null | undefined
  /** WhatsApp's linked id, with or without `@lid`. */
  readonly lid?: string | null | undefined
  /** What somebody is called who is added; the number where nothing is said. */
  readonly name?: string | null | undefined
}

/** A label was put on a chat or taken off. */
export interface ChatLabelTold {
  readonly told: 'chat'
  /** The source's own id of the label. */
  readonly label: string
  /** What the label is called, where that is told on the way; what is told of the label itself counts before it. */
  readonly labelName?: string | null | undefined
  readonly chat: LabelChat
  readonly change: 'added' | 'removed'
  /** Without one the order of arrival counts, and what is so already is not recorded again. */
  readonly at?: Date | null | undefined
  readonly by?: string | null | undefined
  /** The source's own id of the event. */
  readonly eventId?: string | null | undefined
}

/** What a label is called, how it looks, or that it was deleted. */
export interface LabelTold {
  readonly told: 'label'
  /** The source's own id of the label. */
  readonly label: string
  readonly name?: string | null | undefined
  readonly colour?: string | null | undefined
  readonly deleted?: boolean | undefined
  readonly at?: Date | null | undefined
}

/** Which number a linked id belongs to. */
export interface LidTold {
  readonly told: 'lid'
  readonly lid: string
  readonly whatsapp: string
}

export type ToldOfLabels = ChatLabelTold | LabelTold | LidTold

/** What a bridge to WhatsApp tells, in the order that it tells it. */
export interface LabelsToldInput {
  /** Name of the bridge: labels of two bridges are two labels. */
  readonly source: string
  /** Whose session it is, where one person uses it: the author of what names none. */
  readonly by?: string | null | undefined
  readonly events: readonly ToldOfLabels[]
}

/** All labels of a source and all labelled chats, as they are at one time. */
export interface LabelSnapshotInput {
  readonly source: string
  /** When the list was made; now, where nothing is said. */
  readonly at?: Date | undefined
  /** Every label that exists. Others of the source are taken for deleted. */
  readonly labels: readonly SnapshotLabel[]
  /** Every chat that has a label. */
  readonly chats: readonly SnapshotChat[]
}

export interface SnapshotLabel {
  /** The source's own id of the label. */
  readonly label: string
  readonly name?: string | null | undefined
  readonly colour?: string | null | undefined
}

export interface SnapshotChat {
  readonly chat: LabelChat
  /** Ids of the labels that are on. */
  readonly labels: readonly string[]
}

const key = text(100)
const colour = text(50).nullish()
const name = text(200).nullish()
const source = text(50)
const digits = text(100)
const lid = text(64)

const chat = z
  .strictObject({ whatsapp: digits.nullish(), lid: lid.nullish(), name })
  .refine((given) => (given.whatsapp ?? given.lid ?? null) !== null, {
    message: 'Expected whatsapp or lid, or both',
  })

const told: z.ZodType<ToldOfLabels> = z.discriminatedUnion(
  'told',
  [
    z.strictObject({
      told: z.literal('chat'),
      label: key,
      labelName: name,
      chat,
      change: z.enum(['added', 'removed'], 'Expected added or removed'),
      at: instant.nullish(),
      by: text(200).nullish(),
      eventId: text(500).nullish(),
    }),
    z.strictObject({
      told: z.literal('label'),
      label: key,
      name,
      colour,
      deleted: z.boolean('Expected true or false').optional(),
      at: instant.nullish(),
    }),
    z.strictObject({ told: z.literal('lid'), lid, whatsapp: digits }),
  ],
  'Expected told to be chat, label or lid',
)

export const labelsToldInput: z.ZodType<LabelsToldInput> = z.strictObject({
  source,
  by: text(200).nullish(),
  events: list(told, 10_000),
})

export const labelSnapshotInput: z.ZodType<LabelSnapshotInput> = z.strictObject({
  source,
  at: instant.optional(),
  labels: list(z.strictObject({ label: key, name, colour }), 1_000),
  chats: list(z.strictObject({ chat, labels: list(key, 1_000) }), 50_000),
})
