import type { Shop, ShopEvent } from '@langganan/core'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'

/** How many entries a card shows. */
const shown = 40

/** What happened with a customer, the latest first. */
export async function timeline(shop: Shop, view: View, customer: string): Promise<Html> {
  const events = await shop.events.of(customer)
  const names = await namesOf(shop, customer, view)
  const { words, time, count } = view
  const textOf = (event: ShopEvent) => {
    const subject = names.get(subjectOf(event)) ?? ''
    // What an interaction was says its subject.
    if (event.type === 'interaction.recorded') return subject
    return `${words.events[event.type] ?? event.type} ${subject}`.trim()
  }
  const latest = [...events]
    .reverse()
    .sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime())
    .slice(0, shown)
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">${words.timeline}</h2>
<p class="hint">${words.lastOf(count(latest.length), count(events.length))}</p>
<ol class="timeline box">${latest.map(
    (
      event,
    ) => html`<li><time datetime="${event.occurredAt.toISOString()}">${time(event.occurredAt)}</time>
<span>${textOf(event)}</span></li>`,
  )}</ol>
</section>`
}

/** The id of what an event is about. */
function subjectOf({ type, data }: ShopEvent): string {
  switch (type) {
    case 'interaction.recorded':
      return data.interaction
    case 'transaction.recorded':
      return data.transaction
    case 'payment.recorded':
    case 'refund.recorded':
      return data.payment
    case 'group.joined':
    case 'group.left':
      return data.group
    case 'tag.assigned':
    case 'tag.unassigned':
      return data.tag
    case 'segment.entered':
    case 'segment.left':
      return data.segment
    case 'label.added':
    case 'label.removed':
      return data.label
    default:
      return ''
  }
}

/** What an event can be about, by its id, in words. */
async function namesOf(
  shop: Shop,
  customer: string,
  { words, money }: View,
): Promise<ReadonlyMap<string, string>> {
  const [interactions, orders, payments, groups, tags, segments, labels] = await Promise.all([
    shop.interactions.of(customer),
    shop.transactions.of(customer),
    shop.transactions.paymentsOf(customer),
    shop.groups.list(),
    shop.tags.list(),
    shop.segments.list(),
    shop.labels.list(),
  ])
  return new Map([
    ...interactions.map(({ id, direction, kind, channel }): [string, string] => [
      id,
      `${words[direction][kind]} (${channel})`,
    ]),
    ...orders.map(({ id, orderId, total, currency }): [string, string] => [
      id,
      `${orderId}, ${money(total, currency)}`,
    ]),
    ...payments.map(({ id, amount, currency, method }): [string, string] => [
      id,
      `${money(amount, currency)} (${method})`,
    ]),
    ...[...groups, ...tags, ...segments, ...labels].map(({ id, name }): [string, string] => [
      id,
      name,
    ]),
  ])
}
