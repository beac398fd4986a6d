import type { GateReason } from '../../domain/messages/gate.ts'
import type { Sendable } from '../../ports/channel.ts'
import { checkedBatch, inTurn } from '../batch.ts'
import type { Page } from '../customers/list.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type MessageStatusInput, messageStatusInput } from '../input/message-status.ts'
import {
  type MayReceiveInput,
  mayReceiveInput,
  type ResolveSendInput,
  resolveSendInput,
  type SendInput,
  type UnresolvedInput,
  unresolvedInput,
} from '../input/send.ts'
import { text } from '../input/values.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { askGate } from './ask-gate.ts'
import { counterpartsOf } from './counterparts.ts'
import { type MessageState, messageStateOf, stateOfMessage } from './message-state.ts'
import { holdReceivers, recordStatus } from './record-status.ts'
import { resolveSend, type SendResolution } from './resolve.ts'
import { send } from './send.ts'
import type { SendOutcome } from './send-outcome.ts'
import { type UnresolvedSend, unresolvedSends } from './unresolved.ts'

/** The shop's own messages: sending them, and how far they have come. */
export interface Messages {
  /**
   * Sends one message to a customer, if the gate lets it go at the moment of sending: not to somebody
   * archived, blacklisted or without an address on the channel; free-form only while the window is open;
   * marketing only with consent, a service template outside the window too; nothing after an opt-out. A
   * message that is stopped leaves no trace, one that the platform takes is an interaction.
   *
   * With a `reference` at most one message ever leaves. A repeat is answered as the first call was; what
   * certainly did not leave (`notSent`, `refused`) is tried again, through the gate; what is `unknown` never
   * is: a status of the platform tells, or a person by {@link resolve}.
   *
   * It is several transactions, with the channel's call between them, so it cannot be part of a host's.
   *
   * @throws LanggananError `CUSTOMER_NOT_FOUND`; `IDEMPOTENCY_CONFLICT` for the same `reference` with other
   * content; what the channel throws for a message that it cannot carry
   *
   * @example
   * ```ts
   * const sent = await shop.messages.send({ customer: sari.id, channel, message, reference: 'ready-INV-1' })
   * if (sent.outcome === 'stopped') console.log(sent.reasons)
   * ```
   */
  send<M extends Sendable>(input: SendInput<M>): Promise<SendOutcome>
  /**
   * Asks the gate what {@link send} would ask it now, and sends nothing.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  mayReceive(input: MayReceiveInput): Promise<MayReceive>
  /**
   * Sends of which nobody knows whether they left, the oldest first: what is `unknown`, and what was claimed
   * more than two seconds ago and not heard of since.
   * @throws LanggananError `CURSOR_INVALID`
   */
  unresolved(options?: UnresolvedInput): Promise<Page<UnresolvedSend>>
  /**
   * A person says whether a send left of which nobody knew, by its `id`. It is listed no longer, and a
   * repeat of its `send` is answered `resolved` and never sent: to send after all, use another reference.
   * What the channel or the platform told stands, and what it tells later goes before.
   * @throws LanggananError `MESSAGE_NOT_FOUND`
   */
  resolve(send: string, resolution: ResolveSendInput): Promise<SendResolution>
  /**
   * Records a status that the platform told of a message. They may come in any order and more than once: a
   * message's status only moves forward, `sent` < `failed` < `delivered` < `read` < `played`. Those of a
   * message that nobody recorded yet wait for it; one that repeats the id of a send tells that it left.
   * @throws LanggananError `TIME_IN_FUTURE`
   */
  recordStatus(input: MessageStatusInput): Promise<MessageState>
  /** Records up to 10,000 at once, in their order, all or none. */
  recordStatuses(inputs: readonly MessageStatusInput[]): Promise<readonly MessageState[]>
  /**
   * How far a message has come, by the platform's own id of it: `unknown` where it is recorded and nothing
   * was told.
   * @throws LanggananError `MESSAGE_NOT_FOUND`
   */
  get(message: string): Promise<MessageState>
  /** Messages to a customer of which something was told, by their ids. */
  of(customer: string): Promise<readonly MessageState[]>
}

/** Whether a message may go to a customer now, and everything that speaks against it. */
export interface MayReceive {
  readonly customer: string
  readonly allowed: boolean
  /** In the order of `GateReason`; empty where it may go. */
  readonly reasons: readonly GateReason[]
}

export function messagesOf(runner: Runner): Messages {
  const { read, write, alone } = runner
  /**
   * A message that nobody recorded belongs to no customer who could be held: what is told of one is
   * written while nobody else writes.
   */
  async function recorded<T>(
    given: readonly MessageStatusInput[],
    record: (unit: UnitOfWork) => Promise<T>,
  ): Promise<T> {
    const done = await write(async (unit) =>
      (await holdReceivers(unit, given)) ? { answer: await record(unit) } : undefined,
    )
    if (done !== undefined) return done.answer
    return alone(async (unit) => {
      await holdReceivers(unit, given)
      return record(unit)
    })
  }

  return {
    send: (input) => send(runner, input),
    async mayReceive(input) {
      const { customer, channel, form, purpose } = checked(mayReceiveInput, input)
      const { name, businessNumber } = channel
      const message = { customerId: customer, channel: name, businessNumber, form, purpose }
      return read(async (unit) => {
        const verdict = await askGate(unit, message, await counterpartsOf(unit, customer))
        return {
          customer,
          allowed: verdict.mayGo,
          reasons: verdict.mayGo ? [] : verdict.reasons,
        }
      })
    },
    async unresolved(options = {}) {
      const given = checked(unresolvedInput, options)
      return read((unit) => unresolvedSends(unit, given))
    },
    async resolve(id, resolution) {
      const send = referenceGiven('send', id)
      const given = checked(resolveSendInput, resolution)
      return write((unit) => resolveSend(unit, send, given))
    },
    async recordStatus(input) {
      const given = checked(messageStatusInput, input)
      return recorded([given], (unit) => recordStatus(unit, given))
    },
    async recordStatuses(inputs) {
      const given = checkedBatch(inputs, () => messageStatusInput)
      return recorded(given, (unit) => inTurn(given, (each) => recordStatus(unit, each)))
    },
    async get(message) {
      const given = checked(text(500), message, 'message')
      return read((unit) => stateOfMessage(unit, given))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { id } = await customerRow(unit, given)
        const rows = await unit.tx.find('messageStatuses', 'byCustomer', [[id]])
        return rows.map(messageStateOf)
      })
    },
  }
}
