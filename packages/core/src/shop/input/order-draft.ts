import { z } from 'zod'
import { instant, integer, limit, reference, text } from './values.ts'

/** An order that somebody placed, as it was told. */
export interface OrderDraftInput {
  /** Id of the customer. */
  readonly customer: string
  readonly lines: readonly DraftLineInput[]
  /** When it was placed; now, where nothing is said. */
  readonly at?: Date | undefined
  /** `whatsapp` where nothing is said. */
  readonly channel?: string | undefined
  /** The shop's own number or account that it was sent to, where it has several. */
  readonly businessNumber?: string | null | undefined
  /** The source's own id of the message; the same twice is recorded once. */
  readonly reference?: string | null | undefined
  /** What was written beside it. */
  readonly note?: string | null | undefined
}

/** Whatever was told is kept; what is missing or makes no sense is for a person to settle. */
export interface DraftLineInput {
  readonly product: string
  readonly quantity: number
  /** Of one piece, as decimal text in units of the currency, such as "12.50". */
  readonly price?: string | null | undefined
  /** ISO 4217. */
  readonly currency?: string | null | undefined
}

/** Where a page of drafts ends, and what it is behind. */
export interface OpenDraftsInput {
  /** 50 where nothing is said, 1,000 at most. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly after?: string | undefined
}

const line = z.strictObject({
  product: text(200),
  quantity: integer('Expected a whole number of pieces'),
  price: text(64).nullish(),
  currency: text(10).nullish(),
})

export const orderDraftInput: z.ZodType<OrderDraftInput> = z.strictObject({
  customer: reference,
  lines: z
    .array(line, 'Expected a list of lines')
    .min(1, 'Expected at least one line')
    .max(1_000, 'Expected at most 1,000 lines'),
  at: instant.optional(),
  channel: text(50).optional(),
  businessNumber: text(64).nullish(),
  reference: text(500).nullish(),
  note: text(2_000).nullish(),
})

export const openDraftsInput: z.ZodType<OpenDraftsInput> = z.strictObject({
  limit,
  after: text(2_000).optional(),
})
