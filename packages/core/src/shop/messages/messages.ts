import { unknownMessage } from '../../domain/messages/message-status.ts'
import { checkedBatch, inTurn } from '../batch.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type MessageStatusInput, messageStatusInput } from '../input/message-status.ts'
import { text } from '../input/values.ts'
import type { Runner } from '../runner.ts'
import { type MessageState, messageStateOf } from './message-state.ts'
import { recordStatus } from './record-status.ts'

/** How far the shop's own messages have come. */
export interface Messages {
  /**
   * Records a status that the platform told of a message. They may come in any order and more than once: a
   * message's status only moves forward, `sent` < `failed` < `delivered` < `read` < `played`. Those of a
   * message that nobody recorded yet wait for it.
   * @throws LanggananError `TIME_IN_FUTURE`
   */
  recordStatus(input: MessageStatusInput): Promise<MessageState>
  /** Records up to 10,000 at once, in their order, all or none. */
  recordStatuses(inputs: readonly MessageStatusInput[]): Promise<readonly MessageState[]>
  /** How far a message has come, by the platform's own id of it: `unknown` where nothing was told. */
  get(message: string): Promise<MessageState>
  /** Messages to a customer of which something was told, by their ids. */
  of(customer: string): Promise<readonly MessageState[]>
}

export function messagesOf({ read, write }: Runner): Messages {
  return {
    async recordStatus(input) {
      const given = checked(messageStatusInput, input)
      return write((unit) => recordStatus(unit, given))
    },
    async recordStatuses(inputs) {
      const given = checkedBatch(inputs, () => messageStatusInput)
      return write((unit) => inTurn(given, (each) => recordStatus(unit, each)))
    },
    async get(message) {
      const given = checked(text(500), message, 'message')
      return read(async ({ tx }) => {
        const [row] = await tx.get('messageStatuses', [[given]])
        return messageStateOf(row ?? unknownMessage(given, null))
      })
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
