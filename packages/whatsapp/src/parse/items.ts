import type { z } from 'zod'
import type { WhatsAppEvent } from '../events/event.ts'

/** What became of one thing in an envelope. */
export type Item =
  | { readonly kind: 'event'; readonly event: WhatsAppEvent }
  | ({ readonly kind: 'unknown' } & Unknown)
  | ({ readonly kind: 'rejected' } & Rejected)
  | { readonly kind: 'ignored'; readonly audience: Audience }

/** Something that this package does not know, as it came. */
export interface Unknown {
  readonly what: 'field' | 'messageType' | 'status' | 'preference' | 'stateSync'
  /** What WhatsApp calls it. */
  readonly name: string
  readonly place: string
  /** Holds personal data. */
  readonly raw: unknown
}

/** Something that cannot be what it should be. The rest of the envelope is not touched by it. */
export interface Rejected {
  readonly place: string
  /** What was expected, never what was found. */
  readonly reason: string
  /** Holds personal data. */
  readonly raw: unknown
}

/** To whom a message went that is not about one customer. */
export type Audience = 'group' | 'broadcast' | 'newsletter'

export function eventItem(event: WhatsAppEvent): Item {
  return { kind: 'event', event }
}

export function rejectedItem(place: string, reason: string, raw: unknown): Item {
  return { kind: 'rejected', place, reason, raw }
}

export function unknownItem(
  what: Unknown['what'],
  name: string,
  place: string,
  raw: unknown,
): Item {
  return { kind: 'unknown', what, name, place, raw }
}

/** Reads one item by its schema; one that does not fit is rejected, and says why. */
export function* readItem<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  place: string,
  read: (item: T) => Iterable<Item>,
): Generator<Item> {
  const result = schema.safeParse(raw)
  if (result.success) yield* read(result.data)
  else yield rejectedItem(place, reasonOf(result.error), raw)
}

function reasonOf({ issues }: z.ZodError): string {
  const [issue] = issues
  if (issue === undefined) return 'it is not valid'
  const at = issue.path.map(String).join('.')
  return at === '' ? issue.message : `${at}: ${issue.message}`
}
