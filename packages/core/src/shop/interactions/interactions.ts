import { z } from 'zod'
import { fingerprint } from '../../domain/change/fingerprint.ts'
import {
  type NewInteraction,
  recordInteraction,
} from '../../domain/interactions/record-interaction.ts'
import type { Direction, InteractionKind, InteractionRow } from '../../domain/interactions/rows.ts'
import { hasWhatsApp, type WindowState, windowState } from '../../domain/interactions/window.ts'
import { checkedBatch, inTurn } from '../batch.ts'
import { dateOf } from '../customers/customer.ts'
import { customerRow, factsRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { instant, text } from '../input/values.ts'
import { notFound } from '../not-found.ts'
import { notInFuture } from '../not-in-future.ts'
import { answeredBefore, type Once, remember } from '../once.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Something that passed between a customer and the shop. */
export interface Interaction {
  readonly id: string
  readonly customer: string
  readonly kind: InteractionKind
  readonly channel: string
  readonly direction: Direction
  readonly at: Date
  readonly businessNumber: string | null
  readonly device: string | null
  readonly product: string | null
  /** What was searched for. */
  readonly term: string | null
}

export interface InteractionInput {
  /** Id of the customer. */
  readonly customer: string
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
}

const interactionInput: z.ZodType<InteractionInput> = z.strictObject({
  customer: text(200),
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
})

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
  /** Records one interaction; an inbound WhatsApp chat or call opens the window for 24 hours from its time. */
  record(input: InteractionInput): Promise<Interaction>
  /** Records up to 10,000 at once, in their order, all or none. */
  recordMany(inputs: readonly InteractionInput[]): Promise<readonly Interaction[]>
  /** A customer's interactions, oldest first. */
  of(customer: string): Promise<readonly Interaction[]>
  /** The window at one business number, or the one open longest. */
  window(customer: string, businessNumber?: string): Promise<WindowStatus>
  status(customer: string): Promise<ContactStatus>
}

export function interactionsOf({ read, write }: Runner): Interactions {
  return {
    async record(input) {
      const given = checked(interactionInput, input)
      return write((unit) => recordOne(unit, given))
    },
    async recordMany(inputs) {
      const given = checkedBatch(inputs, () => interactionInput)
      return write((unit) => inTurn(given, (each) => recordOne(unit, each)))
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
        const closesAt =
          windows.length === 0 ? null : Math.max(...windows.map((window) => window.closesAt))
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

async function recordOne(unit: UnitOfWork, given: InteractionInput): Promise<Interaction> {
  const { tx, stamp } = unit
  const { customer } = given
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  const once = onceOf(given)
  const before = await answeredBefore(unit, once)
  if (before !== undefined) return showInteraction(unit, before)

  await unit.lock([customer])
  const facts = await factsRow(unit, customer)
  const windows = await tx.find('windows', 'key', [[customer]])
  const into = unit.draft()
  const known = { facts, windows, timeZone: unit.shop.timeZone }
  const recorded = recordInteraction(into, newInteraction(given, at), known, stamp)
  into.put('facts', recorded.facts)
  remember(into, once, recorded.row.id, unit)
  await unit.write(into)
  return interactionOf(recorded.row)
}

function newInteraction(given: InteractionInput, at: number): NewInteraction {
  return {
    kind: given.kind,
    channel: given.channel ?? usualChannel(given.kind),
    direction: given.direction ?? 'inbound',
    at,
    businessNumber: given.businessNumber ?? null,
    device: given.device ?? null,
    product: given.product ?? null,
    term: given.term ?? null,
  }
}

function onceOf({ reference, ...given }: InteractionInput): Once {
  // A time that was left to the clock is none of what was said.
  const said = Object.values({ ...newInteraction(given, 0), at: given.at?.getTime() ?? null })
  return {
    scope: 'message',
    key: reference ?? null,
    fingerprint: fingerprint([given.customer, ...said]),
  }
}

async function showInteraction({ tx }: UnitOfWork, id: string): Promise<Interaction> {
  const [row] = await tx.get('interactions', [[id]])
  if (row === undefined) throw notFound('INTERACTION_NOT_FOUND', 'interaction', 'reference')
  return interactionOf(row)
}

function usualChannel(kind: InteractionKind): string {
  if (kind === 'chat' || kind === 'call') return 'whatsapp'
  return kind === 'email' ? 'email' : 'web'
}

function interactionOf(row: InteractionRow): Interaction {
  const {
    id,
    customerId: customer,
    kind,
    channel,
    direction,
    businessNumber,
    device,
    product,
    term,
  } = row
  return {
    id,
    customer,
    kind,
    channel,
    direction,
    at: new Date(row.at),
    businessNumber,
    device,
    product,
    term,
  }
}
