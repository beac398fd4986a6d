import { instantOfLocalTime } from '@langganan/core'
import { readChatLabel, readLabel } from './baileys.ts'
import { fieldsOf } from './fields.ts'
import { collected, type Item, ignored, type ReadLabels, rejected } from './read-labels.ts'

export interface EvolutionOptions {
  /** IANA name of the zone that the Evolution server runs in. */
  readonly timeZone: string
}

/**
 * Labels in a webhook of Evolution API 2.3.
 *
 * Its `date_time` is the local time of the server with a `Z` that is not true: hence the zone. It
 * does not say whether a label was put on a chat or on one of its messages; both are taken for the chat.
 *
 * @throws LanggananError `TIME_ZONE_UNKNOWN`
 */
export function evolutionLabels(payload: unknown, { timeZone }: EvolutionOptions): ReadLabels {
  return collected([readPayload(payload, timeZone)], payload)
}

function readPayload(payload: unknown, timeZone: string): Item {
  const { event, data, date_time: written } = fieldsOf(payload) ?? {}
  if (typeof event !== 'string') return rejected('event', 'expected the name of an event')
  // `LABELS_EDIT` and `labels-edit` where webhooks go by events.
  const name = event.toLowerCase().replaceAll(/[_-]/g, '.')
  if (name !== 'labels.edit' && name !== 'labels.association') return ignored('event')
  const fields = fieldsOf(data)
  if (fields === undefined) return rejected('data', 'expected what the event tells')
  const at = localTime(written, timeZone)
  if (at === undefined) return rejected('date_time', 'expected a local time')
  return name === 'labels.edit' ? readLabel(fields, 'data', at) : readChatLabel(fields, 'data', at)
}

/** The instant of a local time as Evolution writes it. */
function localTime(written: unknown, timeZone: string): Date | undefined {
  if (typeof written !== 'string' || !shape.test(written)) return undefined
  const local = written.slice(0, 19)
  const asUtc = Date.parse(`${local}Z`)
  // Of a day that does not exist, such as 30 February, the engine makes another one.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(local)) return undefined
  return new Date(instantOfLocalTime(local, timeZone))
}

const shape = /^(?:19[7-9]\d|[2-8]\d{3})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z?$/
