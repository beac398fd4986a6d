import { z } from 'zod'
import { toldStatuses } from '../../domain/messages/message-status.ts'
import { type RefusalAct, refusalActs } from '../../domain/messages/refusal-act.ts'
import type { ToldStatus } from '../../domain/messages/rows.ts'
import { instant, integer, text } from './values.ts'

export interface MessageStatusInput {
  /** The platform's own id of the message, which its interaction has as `reference`. */
  readonly message: string
  readonly status: ToldStatus
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** Why it failed, by the platform's code. */
  readonly error?: number | null | undefined
  /**
   * What the channel reads from that code: `useTemplate` closes the window, `suppressMarketing` withdraws
   * consent, `waitADay` holds marketing back. It is done once the message is known.
   */
  readonly act?: RefusalAct | null | undefined
  readonly pricing?: MessagePricing | null | undefined
  /** What was sent along to be told again: the id of a send, where it was the shop that sent. */
  readonly callbackData?: string | null | undefined
}

/** What the platform charges for a message; nobody else can count it. */
export interface MessagePricing {
  readonly billable?: boolean | null | undefined
  readonly model?: string | null | undefined
  readonly type?: string | null | undefined
  readonly category?: string | null | undefined
}

export const messageStatusInput: z.ZodType<MessageStatusInput> = z.strictObject({
  message: text(500),
  status: z.enum(toldStatuses, 'Expected sent, failed, delivered, read or played'),
  at: instant.optional(),
  error: integer('Expected a whole number').nullish(),
  act: z.enum(refusalActs, 'Expected an act such as useTemplate or suppressMarketing').nullish(),
  pricing: z
    .strictObject({
      billable: z.boolean('Expected true or false').nullish(),
      model: text(100).nullish(),
      type: text(100).nullish(),
      category: text(100).nullish(),
    })
    .nullish(),
  callbackData: text(1_000).nullish(),
})
