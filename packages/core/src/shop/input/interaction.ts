import { z } from 'zod'
import type { Direction, InteractionKind } from '../../domain/interactions/rows.ts'
import { type CustomerOnTheSpotInput, customerOnTheSpotInput, isOnTheSpot } from './customer.ts'
import { instant, text } from './values.ts'

export interface InteractionInput {
  /**
   * A customer of the shop by id, or given on the spot: found by an identity, for which that alone is
   * enough, else added.
   */
  readonly customer: string | CustomerOnTheSpotInput
  readonly kind: InteractionKind
  /** `whatsapp` for chats and calls, `email` for e-mails, else `web`, where nothing is said. */
  readonly channel?: string | undefined
  /** `inbound` where nothing is said. */
  readonly direction?: Direction | undefined
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** The shop's own number or account that took part, where it has several. */
  readonly businessNumber?: string | null | undefined
  readonly device?: string | null | undefined
  readonly product?: string | null | undefined
  /** What was searched for. */
  readonly term?: string | null | undefined
  /** The source's own id of the message; the same twice is recorded once. */
  readonly reference?: string | null | undefined
  /**
   * False for an inbound WhatsApp chat that opens no window, as reactions do not. Chats and calls do, where
   * nothing is said; nothing else ever does.
   */
  readonly opensWindow?: boolean | undefined
}

const interaction = {
  kind: z.enum(
    ['chat', 'email', 'form', 'pageView', 'search', 'call'],
    'Expected chat, email, form, pageView, search or call',
  ),
  channel: text(50).optional(),
  direction: z.enum(['inbound', 'outbound'], 'Expected inbound or outbound').optional(),
  at: instant.optional(),
  businessNumber: text(64).nullish(),
  device: text(100).nullish(),
  product: text(200).nullish(),
  term: text(500).nullish(),
  reference: text(500).nullish(),
  opensWindow: z.boolean('Expected true or false').optional(),
}

// A schema for each way to say whose it is, so that an error names the very field.
const ofKnown: z.ZodType<InteractionInput> = z.strictObject({
  customer: text(200),
  ...interaction,
})
const ofGiven: z.ZodType<InteractionInput> = z.strictObject({
  customer: customerOnTheSpotInput,
  ...interaction,
})

/** The schema that fits whom an input says it is about. */
export function interactionSchema(input: unknown): z.ZodType<InteractionInput> {
  return isOnTheSpot(input) ? ofGiven : ofKnown
}
