import type { WhatsAppEvent } from '../events/event.ts'
import { readChange } from './fields.ts'
import { type Audience, type Item, type Rejected, rejectedItem, type Unknown } from './items.ts'
import { isObject } from './values.ts'

/** All that an envelope tells, and what of it could not be read. */
export interface Parsed {
  /** False for a webhook of another product, of which nothing is read. */
  readonly isWhatsApp: boolean
  /** In the order of the envelope. */
  readonly events: readonly WhatsAppEvent[]
  /** What this package does not know, kept as it came. */
  readonly unknown: readonly Unknown[]
  /** What could not be what it should be; nothing else is lost by it. */
  readonly rejected: readonly Rejected[]
  /** How many messages of groups, broadcasts and newsletters were passed over. */
  readonly ignored: Readonly<Record<Audience, number>>
}

/**
 * Reads the JSON of a Cloud API webhook: every entry, every change, every item. Never throws, and
 * never goes deeper than the documented format does.
 *
 * Phone numbers get a `+`, times are `Date`, and what WhatsApp left out is null.
 *
 * @example
 * ```ts
 * const { events } = parse(JSON.parse(body))
 * for (const event of events) if (event.type === 'message') console.log(event.content.type)
 * ```
 */
export function parse(envelope: unknown): Parsed {
  if (!isObject(envelope) || envelope.object !== 'whatsapp_business_account') {
    return collected(false, [])
  }
  return collected(true, readEnvelope(envelope.entry))
}

function* readEnvelope(entries: unknown): Generator<Item> {
  if (!Array.isArray(entries)) {
    yield rejectedItem('entry', 'expected a list', entries)
    return
  }
  for (const [i, entry] of entries.entries()) yield* readEntry(entry, `entry[${i}]`)
}

function* readEntry(entry: unknown, place: string): Generator<Item> {
  if (!isObject(entry) || !Array.isArray(entry.changes)) {
    yield rejectedItem(place, 'expected an entry with changes', entry)
    return
  }
  const accountId = typeof entry.id === 'string' ? entry.id : null
  for (const [i, change] of entry.changes.entries()) {
    const at = `${place}.changes[${i}]`
    if (isObject(change) && typeof change.field === 'string' && isObject(change.value)) {
      const { field, value } = change
      yield* readChange({ field, value, accountId, place: `${at}.value` })
    } else {
      yield rejectedItem(at, 'expected a change with field and value', change)
    }
  }
}

function collected(isWhatsApp: boolean, items: Iterable<Item>): Parsed {
  const events: WhatsAppEvent[] = []
  const unknown: Unknown[] = []
  const rejected: Rejected[] = []
  const ignored = { group: 0, broadcast: 0, newsletter: 0 }
  for (const item of items) {
    switch (item.kind) {
      case 'event':
        events.push(item.event)
        break
      case 'unknown': {
        const { kind, ...said } = item
        unknown.push(said)
        break
      }
      case 'rejected': {
        const { kind, ...said } = item
        rejected.push(said)
        break
      }
      case 'ignored':
        ignored[item.audience] += 1
    }
  }
  return { isWhatsApp, events, unknown, rejected, ignored }
}
