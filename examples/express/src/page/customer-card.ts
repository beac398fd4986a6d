import type { CustomerLabels, Shop, Transaction } from '@langganan/core'
import type { WhatsAppChannel } from '@langganan/whatsapp/outbound'
import { answerForm } from './answer-form.ts'
import { dataTable } from './data-table.ts'
import { flash } from './flash.ts'
import { type Html, html, type Part } from './html.ts'
import { labelDot } from './label-colour.ts'
import { labelNames } from './label-names.ts'
import { layout } from './layout.ts'
import { timeline } from './timeline.ts'
import type { View } from './view.ts'
import { windowSentence } from './window-badge.ts'

/** How many orders a card shows. */
const shown = 10

/** All that the shop knows of one customer. */
export async function customerCard(
  shop: Shop,
  view: View,
  id: string,
  channel: WhatsAppChannel | undefined,
  query: Readonly<Record<string, unknown>>,
): Promise<Html> {
  const { words } = view
  const customer = await shop.customers.get(id)
  const [window, labels, orders] = await Promise.all([
    shop.interactions.window(id, channel?.businessNumber),
    shop.labels.of(id),
    shop.transactions.of(id),
  ])
  return layout(
    view,
    customer.name,
    html`${flash(view, query)}
<div class="head"><h1>${customer.name}</h1> <span>${customer.phone ?? ''}</span> ${windowSentence(view, window)}
${customer.chatLink === null ? '' : html`<a href="${customer.chatLink}" rel="noreferrer">${words.openChat}</a>`}</div>
${chips(view, labels)}
${await figures(shop, view, id)}
<div class="halves">
<section aria-labelledby="write">
<h2 id="write">${words.write}</h2>
<div class="box">${await writing(shop, view, customer, channel)}</div>
<h2 id="orders">${words.orders}</h2>
${orders.length === 0 ? html`<p class="hint">${words.noOrders}</p>` : latestOrders(view, orders)}
</section>
${await timeline(shop, view, id)}
</div>`,
  )
}

function chips({ words }: View, { current }: CustomerLabels): Part {
  if (current.length === 0) return ''
  const names = labelNames(current)
  return html`<ul class="chips" aria-label="${words.labels}">${current.map(
    ({ id, name, colour }) => html`<li>${labelDot(colour)} ${names.get(id) ?? name}</li>`,
  )}</ul>`
}

async function figures(shop: Shop, view: View, id: string): Promise<Html> {
  const { words, money, count, day } = view
  const [value, loyalty] = await Promise.all([shop.value.of(id), shop.value.loyalty(id)])
  const { balance, averageOrder, lastPurchaseAt } = value
  const all: readonly (readonly [name: string, text: string, kind?: 'amount'])[] = [
    [words.ltv, money(value.ltv), 'amount'],
    [words.orders, count(value.orders)],
    [words.averageOrder, averageOrder === null ? '–' : money(averageOrder), 'amount'],
    [balance < 0 ? words.credit : words.owes, money(Math.abs(balance)), 'amount'],
    [words.lastPurchase, lastPurchaseAt === null ? '–' : day(lastPurchaseAt)],
    [words.loyalty, words.stages[loyalty.stage]],
  ]
  return html`<dl class="figures" aria-label="${words.atAGlance}">${all.map(
    ([name, text, kind = '']) =>
      html`<div class="figure"><dt>${name}</dt><dd><strong class="text ${kind}">${text}</strong></dd></div>`,
  )}</dl>`
}

async function writing(
  shop: Shop,
  view: View,
  { id, name }: { readonly id: string; readonly name: string },
  channel: WhatsAppChannel | undefined,
): Promise<Html> {
  if (channel === undefined) return html`<p class="hint">${view.words.noLine}</p>`
  const asked = { customer: id, channel, form: 'freeForm', purpose: 'service' } as const
  const mayReceive = await shop.messages.mayReceive(asked)
  const form = answerForm(view, { customer: id, name, mayReceive })
  return html`${form}${await lastMessage(shop, view, id)}`
}

async function lastMessage(shop: Shop, { words }: View, id: string): Promise<Part> {
  const states = await shop.messages.of(id)
  const [last] = [...states].sort((a, b) => timeOf(b.sentAt) - timeOf(a.sentAt))
  if (last === undefined) return ''
  const error = last.error === null ? '' : ` (${last.error})`
  return html`<p class="hint">${words.lastMessage}: ${words.messageStatus[last.status]}${error}</p>`
}

function timeOf(at: Date | null): number {
  return at?.getTime() ?? 0
}

/** The shop gives all orders of a customer at once, and no pages of them: here are the last. */
function latestOrders(view: View, orders: readonly Transaction[]): Html {
  const { words, count } = view
  const latest = [...orders].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, shown)
  const hint = words.lastOf(count(latest.length), count(orders.length))
  const areMore = orders.length > latest.length
  return html`${areMore && html`<p class="hint">${hint}</p>`}${ordersTable(view, latest)}`
}

function ordersTable(view: View, latest: readonly Transaction[]): Html {
  const { words, money, day } = view
  return dataTable(
    'orders',
    [
      { name: words.order, kind: 'whole' },
      { name: words.products, kind: 'words' },
      { name: words.totalAmount, kind: 'number' },
      { name: words.status, kind: 'whole' },
    ],
    latest.map((order) => [
      html`${order.orderId} <span class="hint">${day(order.at)}</span>`,
      order.lines.map(({ product, quantity }) => `${Math.abs(quantity)} × ${product}`).join(', '),
      money(order.total, order.currency),
      statusOf(view, order),
    ]),
  )
}

function statusOf({ words }: View, { kind, status }: Transaction): string {
  if (kind === 'creditNote') return words.returned
  return { paid: words.paid, 'partly-paid': words.partlyPaid, unpaid: words.unpaid }[status]
}
