import { z } from 'zod'
import type { EventData, EventRow, EventType } from '../../domain/history/rows.ts'
import { invalidCursor, readCursor, writeCursor } from '../customers/cursor.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { limit, text } from '../input/values.ts'
import type { Runner } from '../runner.ts'

/** Something that happened in the shop: who did what, to whom, when. */
export type ShopEvent = { readonly [E in EventType]: EventOf<E> }[EventType]

export interface EventOf<E extends EventType> {
  readonly type: E
  readonly actor: string
  /** The customer concerned. */
  readonly customer: string | null
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly data: EventData[E]
}

const readInput = z.strictObject({
  after: text(2_000).optional(),
  limit,
})

/** The durable log of all that was done; nothing in it changes. */
export interface Events {
  /**
   * Events in the order of their commits, behind the cursor of an earlier call.
   * @throws LanggananError `CURSOR_INVALID`
   */
  read(options?: { readonly after?: string; readonly limit?: number }): Promise<EventPage>
  /** Everything that was done about one customer, oldest first. */
  of(customer: string): Promise<readonly ShopEvent[]>
}

export interface EventPage {
  readonly events: readonly ShopEvent[]
  /** Pass it as `after` to go on, also when there is nothing more yet. */
  readonly cursor: string | null
}

const cursorName = 'events'

export function eventsOf({ read }: Runner): Events {
  return {
    async read(options = {}) {
      const { after, limit = 100 } = checked(readInput, options)
      const seq = after === undefined ? 0 : seqBehind(after)
      return read(async ({ tx }) => {
        const rows = await tx.scan('events', [seq], limit)
        const last = rows.at(-1)
        const cursor =
          last === undefined
            ? (after ?? null)
            : writeCursor(cursorName, { id: '', value: last.seq })
        return { events: rows.map(eventOf), cursor }
      })
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async ({ tx }) => (await tx.find('events', 'byCustomer', [[given]])).map(eventOf))
    },
  }
}

function seqBehind(cursor: string): number {
  const { value } = readCursor(cursorName, cursor, noCursor)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw invalidCursor(noCursor)
}

const noCursor =
  'This is no cursor of the event log. Pass the `cursor` that an earlier read gave, or nothing to begin with the first event.'

export function eventOf(row: EventRow): ShopEvent {
  const { type, actor, customerId: customer, occurredAt, recordedAt, data } = row
  // What a row's data holds follows from its type: the draft that wrote it checked that.
  return {
    type,
    actor,
    customer,
    occurredAt: new Date(occurredAt),
    recordedAt: new Date(recordedAt),
    data: JSON.parse(data),
  } as ShopEvent
}
