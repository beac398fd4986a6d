import { type EventType, eventTypes } from '../../../domain/history/rows.ts'
import type { EventOf } from '../../../shop/history/history.ts'
import type { Shop } from '../../../shop/shop.ts'

type Heard = EventOf<EventType>

/** Listens to everything; the list grows as events come. */
export function everythingHeard(shop: Shop): readonly Heard[] {
  const heard: Heard[] = []
  for (const type of eventTypes) shop.on(type, (event) => heard.push(event))
  return heard
}
