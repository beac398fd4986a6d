import {
  hasWhatsApp,
  lastClosing,
  type WindowState,
  windowState,
} from '../../domain/interactions/window.ts'
import { checkedBatch } from '../batch.ts'
import { dateOf } from '../customers/customer.ts'
import { customerRow, factsRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type InteractionInput, interactionSchema } from '../input/interaction.ts'
import { text } from '../input/values.ts'
import type { Runner } from '../runner.ts'
import { type Interaction, interactionOf } from './interaction.ts'
import { type RecordedInteraction, record, recordMany } from './record.ts'

/** What may be sent to a customer over WhatsApp now, and until when. */
export interface WindowStatus {
  readonly state: WindowState
  /** When the open window closes, or closed last; null if none was ever open. */
  readonly closesAt: Date | null
}

/** Whether a customer can be reached, and whether one has paid. */
export interface ContactStatus {
  /** `active`: some WhatsApp window is open. */
  readonly contact: 'active' | 'passive'
  /** Has a standing order that is fully paid. */
  readonly productive: boolean
}

export interface Interactions {
  /**
   * Records one interaction; an inbound WhatsApp chat or call opens the window for 24 hours from its time.
   * A customer given on the spot is found or added as with `transactions.record`. The same `reference`
   * with the same content is recorded once and answered alike.
   * @throws LanggananError `IDEMPOTENCY_CONFLICT` for the same `reference` with other content;
   * `CUSTOMER_ALREADY_EXISTS` where identities given are those of customers who cannot be one
   */
  record(input: InteractionInput): Promise<RecordedInteraction>
  /** Records up to 10,000 at once, in their order, all or none. */
  recordMany(inputs: readonly InteractionInput[]): Promise<readonly RecordedInteraction[]>
  /** A customer's interactions, oldest first. */
  of(customer: string): Promise<readonly Interaction[]>
  /** The window at one business number, or the one open longest. */
  window(customer: string, businessNumber?: string): Promise<WindowStatus>
  status(customer: string): Promise<ContactStatus>
}

export function interactionsOf({ read, write }: Runner): Interactions {
  return {
    async record(input) {
      const given = checked(interactionSchema(input), input)
      return write((unit) => record(unit, given))
    },
    async recordMany(inputs) {
      const given = checkedBatch(inputs, interactionSchema)
      return write((unit) => recordMany(unit, given))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { id } = await customerRow(unit, given)
        return (await unit.tx.find('interactions', 'byCustomer', [[id]])).map(interactionOf)
      })
    },
    async window(customer, businessNumber) {
      const given = referenceGiven('customer', customer)
      const number = checked(text(64).optional(), businessNumber, 'businessNumber')
      return read(async (unit) => {
        const row = await customerRow(unit, given)
        const windows = await unit.tx.find('windows', 'key', [
          number === undefined ? [row.id] : [row.id, number],
        ])
        const closesAt = lastClosing(windows)
        const identities = await unit.tx.find('identities', 'byCustomer', [[row.id]])
        return {
          state: windowState(row, hasWhatsApp(identities), closesAt, unit.stamp.now),
          closesAt: dateOf(closesAt),
        }
      })
    },
    async status(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { windowClosesAt, paidOrders } = await factsRow(unit, given)
        const active = windowClosesAt !== null && unit.stamp.now < windowClosesAt
        return { contact: active ? 'active' : 'passive', productive: paidOrders > 0 }
      })
    },
  }
}
