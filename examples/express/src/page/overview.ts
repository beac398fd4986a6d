import type { LabelColumn, MemberCount, Monitoring, Shop } from '@langganan/core'
import { type Html, html, type Part } from './html.ts'
import { labelDot } from './label-colour.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'
import { windowBadge } from './window-badge.ts'

/** How many contacts a column of the board shows. */
const shown = 6

/** The shop at a glance: its figures, and who has which label. */
export async function overview(
  shop: Shop,
  view: View,
  businessNumber: string | undefined,
): Promise<Html> {
  const window = businessNumber === undefined ? {} : { businessNumber }
  const [monitoring, board, open] = await Promise.all([
    shop.reports.monitoring(),
    shop.labels.board({ limit: shown }),
    // Of the newest contacts, those with an open window are among the newest of those.
    shop.labels.board({ limit: shown, where: { window, is: 'open' } }),
  ])
  const openOf = new Map(open.map((column) => [column.id, column]))
  const { words } = view
  return layout(
    view,
    words.overview,
    html`<h1>${words.overview}</h1>
${figures(view, monitoring)}
<section aria-labelledby="board">
<h2 id="board">${words.board}</h2>
<p class="hint">${board.length === 0 ? words.noLabels : words.boardHint}</p>
<div class="board">${board.map((column) => columnOf(view, column, openOf.get(column.id)))}</div>
</section>`,
  )
}

function figures(view: View, monitoring: Monitoring): Html {
  const { words, count } = view
  const figure = (key: string, name: string, value: Part, hint: string, kind = '') =>
    html`<div class="figure"><dt>${name}</dt><dd><strong class="${kind}" data-figure="${key}">${value}</strong> <span class="hint">${hint}</span></dd></div>`
  const largest = (key: string, name: string, set: MemberCount | null) =>
    figure(
      key,
      name,
      set?.name ?? words.none,
      set === null ? '' : words.members(count(set.members)),
      'text',
    )
  return html`<section aria-labelledby="figures">
<h2 id="figures" class="unseen">${words.figures}</h2>
<dl class="figures">
${figure('total', words.total, count(monitoring.total), words.totalHint)}
${figure('active', words.active, count(monitoring.active), words.activeHint)}
${figure('passive', words.passive, count(monitoring.passive), words.passiveHint)}
${figure('productive', words.productive, count(monitoring.productive), words.productiveHint)}
${largest('largestGroup', words.largestGroup, monitoring.largestGroup)}
${largest('largestSegment', words.largestSegment, monitoring.largestSegment)}
</dl>
</section>`
}

function columnOf(view: View, column: LabelColumn, open: LabelColumn | undefined): Html {
  const { words, count, day } = view
  const isOpen = new Set(open?.latest.map(({ customer }) => customer))
  const more = column.contacts - column.latest.length
  return html`<section class="column" aria-label="${column.name}">
<h3>${labelDot(column.colour)} <span class="name">${column.name}</span> <span class="count">${count(column.contacts)}</span></h3>
<p class="hint">${column.contacts === 0 ? words.noContacts : words.windowsOpen(count(open?.contacts ?? 0))}</p>
<ul class="contacts">${column.latest.map(
    ({ customer, name, since, by }) => html`<li>
<a href="/customers/${customer}">${name}</a> ${windowBadge(view, isOpen.has(customer))}
<span class="hint">${day(since)}${by === null ? '' : ` ${words.by(by)}`}</span>
</li>`,
  )}</ul>
${more > 0 ? html`<p class="hint"><a href="/customers?label=${column.id}">${words.more(count(more))}</a></p>` : ''}
</section>`
}
