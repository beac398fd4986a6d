import { fingerprint } from '../../domain/change/fingerprint.ts'
import type { ChatLabelTold, LabelTold } from '../input/labels-told.ts'
import type { Once } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { Chat } from './chat-customer.ts'

/** Under which key something told of a chat is found again: the source's own id of it, else what it says. */
export function chatToldOnce(
  { change, at = null, by = null, eventId = null }: ChatLabelTold,
  { whatsapp, lid }: Chat,
  source: string,
  labelId: string,
): Once {
  const time = at?.getTime() ?? null
  const said = fingerprint([labelId, change, time, by, whatsapp ?? null, lid ?? null])
  if (eventId !== null) return once(source, eventId, said)
  return time === null ? notAgain(said) : once(source, null, said)
}

/** Under which key something told of a label is found again: what it says, at the time it says. */
export function labelToldOnce(
  { label, name = null, colour = null, deleted = false, at = null }: LabelTold,
  source: string,
): Once {
  const time = at?.getTime() ?? null
  const said = fingerprint([label, name, colour, deleted, time])
  return time === null ? notAgain(said) : once(source, null, said)
}

/**
 * Whether it must be remembered to be known again. What has a time and no id is known by its rows, but not
 * where its time lies ahead: it counts as of now then, and would count anew whenever it is told again.
 */
export function isToBeRemembered(
  { stamp }: UnitOfWork,
  { at, eventId }: Pick<ChatLabelTold, 'at' | 'eventId'>,
): boolean {
  return eventId != null || (at != null && at.getTime() > stamp.now)
}

function once(source: string, eventId: string | null, said: string): Once {
  const key = eventId === null ? [source, null, said] : [source, eventId]
  return { scope: 'label', key: JSON.stringify(key), fingerprint: said }
}

function notAgain(said: string): Once {
  return { scope: 'label', key: null, fingerprint: said }
}
