import { z } from 'zod'
import {
  type ConsentChannel,
  type ConsentDecision,
  type ConsentPurpose,
  consentChannels,
  consentDecisions,
  consentPurposes,
} from '../../domain/consents/rows.ts'
import { instant, reference, text } from './values.ts'

export interface ConsentInput {
  /** Id of the customer. */
  readonly customer: string
  readonly purpose: ConsentPurpose
  /** Every channel, where nothing is said. */
  readonly channel?: ConsentChannel | null | undefined
  readonly decision: ConsentDecision
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** Who took it down. */
  readonly by?: string | null | undefined
  /** What shows it: the words, the form, the message. */
  readonly proof?: string | null | undefined
  /** The source's own id of it; the same twice is recorded once. */
  readonly eventId?: string | null | undefined
}

export const consentInput: z.ZodType<ConsentInput> = z.strictObject({
  customer: reference,
  purpose: z.enum(consentPurposes, 'Expected service, marketing or sharing'),
  channel: z.enum(consentChannels, 'Expected whatsapp, email, sms or phone').nullish(),
  decision: z.enum(consentDecisions, 'Expected granted, denied or withdrawn'),
  at: instant.optional(),
  by: text(200).nullish(),
  proof: text(2_000).nullish(),
  eventId: text(500).nullish(),
})
