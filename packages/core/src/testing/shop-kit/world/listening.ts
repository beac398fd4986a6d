import type { EventType } from '../../../domain/history/rows.ts'
import type { EventOf } from '../../../shop/history/history.ts'
import type { Shop } from '../../../shop/shop.ts'

/** Every type of event; a new one does not compile until it stands here. */
const types: Readonly<Record<EventType, true>> = {
  'shop.created': true,
  'shop.rebuilt': true,
  'customer.added': true,
  'customer.edited': true,
  'customer.archived': true,
  'customer.restored': true,
  'customer.blacklisted': true,
  'customer.unblacklisted': true,
  'customer.deleted': true,
  'interaction.recorded': true,
  'transaction.recorded': true,
  'payment.recorded': true,
  'refund.recorded': true,
  'group.created': true,
  'group.renamed': true,
  'group.deleted': true,
  'group.joined': true,
  'group.left': true,
  'tag.created': true,
  'tag.edited': true,
  'tag.deleted': true,
  'tag.assigned': true,
  'tag.unassigned': true,
  'category.created': true,
  'category.renamed': true,
  'category.deleted': true,
  'segment.created': true,
  'segment.edited': true,
  'segment.deleted': true,
  'attribute.declared': true,
  'loyalty.refreshed': true,
}

type Heard = EventOf<EventType>

/** Listens to everything; the list grows as events come. */
export function everythingHeard(shop: Shop): readonly Heard[] {
  const heard: Heard[] = []
  for (const type of Object.keys(types)) {
    if (isEventType(type)) shop.on(type, (event) => heard.push(event))
  }
  return heard
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(types, type)
}
