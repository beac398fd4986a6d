import { z } from 'zod'
import { type ConsentChannel, consentChannels } from '../../domain/consents/rows.ts'
import type { MessageForm, SendPurpose } from '../../domain/messages/rows.ts'
import type { AbortSignalLike, Channel, Sendable } from '../../ports/channel.ts'
import { limit, reference, text } from './values.ts'

/** @typeParam Message what the channel can carry */
export interface SendInput<Message extends Sendable = Sendable> {
  /** Id of the customer. */
  readonly customer: string
  readonly channel: Channel<Message>
  readonly message: Message
  /**
   * The shop's own key of this message: with it at most one ever leaves, however often the call is made.
   * Without one each call is another message.
   */
  readonly reference?: string | null | undefined
  /** Breaks the call of the channel off. What was on its way by then is `unknown`. */
  readonly signal?: AbortSignalLike | undefined
}

export interface MayReceiveInput {
  /** Id of the customer. */
  readonly customer: string
  /** A channel, or what it is called and the number or address that it sends from. */
  readonly channel: { readonly name: ConsentChannel; readonly businessNumber: string }
  readonly form: MessageForm
  readonly purpose: SendPurpose
}

/** What a person found out about a send of which nobody knew. */
export interface ResolveSendInput {
  /** Whether it left. */
  readonly sent: boolean
}

/** Where a page of sends ends, and what it is behind. */
export interface UnresolvedInput {
  /** 50 where nothing is said, 1,000 at most. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly after?: string | undefined
}

const customer = reference
const names = z.enum(consentChannels, 'Expected whatsapp, email, sms or phone')
const address = { name: names, businessNumber: text(64) }
const form = z.enum(['freeForm', 'template'], 'Expected freeForm or template')
const purpose = z.enum(['service', 'marketing'], 'Expected service or marketing')

function method(): z.ZodType<unknown> {
  return z.custom((value) => typeof value === 'function', 'Expected a function')
}

/** What the shop reads of a send; the channel and the message themselves are passed on as they are. */
export const sendInput: z.ZodType<
  Pick<SendInput, 'customer' | 'reference'> & {
    readonly channel: MayReceiveInput['channel']
    readonly message: Sendable
  }
> = z.strictObject({
  customer,
  channel: z.looseObject({ ...address, takeTurn: method(), send: method() }),
  message: z.looseObject({ form, purpose }),
  reference: text(500).nullish(),
  signal: z.looseObject({ aborted: z.boolean('Expected true or false') }).optional(),
})

export const mayReceiveInput: z.ZodType<MayReceiveInput> = z.strictObject({
  customer,
  channel: z.looseObject(address),
  form,
  purpose,
})

export const resolveSendInput: z.ZodType<ResolveSendInput> = z.strictObject({
  sent: z.boolean('Expected true or false'),
})

export const unresolvedInput: z.ZodType<UnresolvedInput> = z.strictObject({
  limit,
  after: text(2_000).optional(),
})
