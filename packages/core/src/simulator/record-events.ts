import { LanggananError } from '../domain/error/langganan-error.ts'
import type { InteractionInput } from '../shop/input/interaction.ts'
import type { LabelEventInput } from '../shop/input/label.ts'
import type { TransactionInput } from '../shop/input/transaction.ts'
import type { Shop } from '../shop/shop.ts'
import type { SimulatedEvent } from './simulated-event.ts'

/** The shop's ids of simulated customers, by their number. */
export type SimulatedIds = Map<number, string>

/**
 * Records a batch of events, one call for each kind. Only the order of events that do not depend on
 * each other changes by that; their times are their own.
 */
export async function recordEvents(
  shop: Shop,
  events: readonly SimulatedEvent[],
  ids: SimulatedIds,
): Promise<void> {
  await addNewcomers(shop, events, ids)
  await shop.transactions.recordMany(events.flatMap((event) => transactionOf(event, ids)))
  await shop.transactions.payMany(
    events.flatMap((event) => (event.kind === 'payment' ? [event.input] : [])),
  )
  const interactions: InteractionInput[] = []
  for (const event of events) {
    if (event.kind === 'group') {
      await shop.groups.add(event.input.group, [await idOf(shop, event, ids)])
    } else if (event.kind === 'interaction') {
      interactions.push({ ...event.input, customer: await idOf(shop, event, ids) })
    }
  }
  await shop.interactions.recordMany(interactions)
}

/** Records what staff put on chats and took off, as labels of that source. */
export async function recordLabels(
  shop: Shop,
  events: readonly SimulatedEvent[],
  { ids, source }: { readonly ids: SimulatedIds; readonly source: string },
): Promise<void> {
  const labels: LabelEventInput[] = []
  for (const event of events) {
    if (event.kind !== 'label') continue
    labels.push({ ...event.input, customer: await idOf(shop, event, ids), at: event.at, source })
  }
  await shop.labels.recordMany(labels)
}

/** Adds those who come by a message, a form or the staff's hand; a first order brings its own customer. */
async function addNewcomers(
  shop: Shop,
  events: readonly SimulatedEvent[],
  ids: SimulatedIds,
): Promise<void> {
  const coming = events.filter(({ arrives, kind }) => arrives && kind !== 'order')
  const added = await shop.customers.addMany(coming.map(({ who }) => who))
  for (const [i, { id }] of added.entries()) {
    const event = coming[i]
    if (event !== undefined) ids.set(event.customer, id)
  }
}

/** Those whose id is not known yet are named on the spot. */
function transactionOf(event: SimulatedEvent, ids: SimulatedIds): TransactionInput[] {
  if (event.kind !== 'order' && event.kind !== 'creditNote') return []
  return [{ ...event.input, customer: ids.get(event.customer) ?? event.who }]
}

async function idOf(
  shop: Shop,
  { customer, who }: SimulatedEvent,
  ids: SimulatedIds,
): Promise<string> {
  const known = ids.get(customer)
  if (known !== undefined) return known
  const [phone = ''] = [who.phone ?? []].flat()
  const found = await shop.customers.find('phone', phone)
  if (found === null) {
    throw new LanggananError('CUSTOMER_NOT_FOUND', 'A simulated customer is not in the shop.')
  }
  ids.set(customer, found.id)
  return found.id
}
