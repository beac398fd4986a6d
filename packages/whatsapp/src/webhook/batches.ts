import type { DeadLetterInput } from '@langganan/core'
import { numberAt, unreadLetters } from '../dead-letters/dead-letters-of.ts'
import type { ChatEvent, WhatsAppEvent } from '../events/event.ts'
import type { Parsed } from '../parse/parse.ts'

/** What an envelope tells of one business number. */
export interface Batch {
  readonly events: readonly ChatEvent[]
  /** What could not be read of it. */
  readonly letters: readonly DeadLetterInput[]
}

/** What an envelope tells, by WhatsApp's id of the number; null for letters that are of none. */
export function batchesOf(envelope: unknown, parsed: Parsed): ReadonlyMap<string | null, Batch> {
  const batches = new Map<string | null, { events: ChatEvent[]; letters: DeadLetterInput[] }>()
  const batchOf = (number: string | null) => {
    const batch = batches.get(number) ?? { events: [], letters: [] }
    batches.set(number, batch)
    return batch
  }
  for (const event of parsed.events.filter(isOfNumber)) batchOf(event.number.id).events.push(event)
  for (const letter of unreadLetters(envelope, parsed))
    batchOf(numberAt(envelope, letter.place ?? '')).letters.push(letter)
  return batches
}

function isOfNumber(event: WhatsAppEvent): event is ChatEvent {
  return 'number' in event
}
