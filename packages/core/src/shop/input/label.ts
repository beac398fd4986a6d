import { z } from 'zod'
import { instant, reference, text } from './values.ts'

export interface LabelEventInput {
  /** Id of the customer. */
  readonly customer: string
  /** Id of the label, or its name in the source; a name that is new begins a label. */
  readonly label: string
  /** Where the label is kept, `shop` where nothing is said. */
  readonly source?: string | undefined
  readonly change: 'added' | 'removed'
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** Who did it, where the source says so. */
  readonly by?: string | null | undefined
  /** The source's own id of the event; the same twice is recorded once. */
  readonly eventId?: string | null | undefined
}

export const labelEventInput: z.ZodType<LabelEventInput> = z.strictObject({
  customer: reference,
  label: text(200),
  source: text(50).optional(),
  change: z.enum(['added', 'removed'], 'Expected added or removed'),
  at: instant.optional(),
  by: text(200).nullish(),
  eventId: text(500).nullish(),
})
