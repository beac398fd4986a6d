import type { LabelColumn, MemberCount, Monitoring, Shop, WindowStatus } from '@langganan/core'
import { type Html, html, type Part } from './html.ts'
import { labelDot } from './label-colour.ts'
import { labelNames } from './label-names.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'
import { windowBadgeUntil } from './window-badge.ts'

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
    shop.labels.board({ limit: 1, where: { window, is: 'open' } }),
  ])
  const openOf = new Map(open.map(({ id, contacts }) => [id, contacts]))
  const windows = await windowsOf(shop, board, businessNumber)
  const names = labelNames(board)
  const { words } = view
  return layout(
    view,
    words.overview,
    html`<h1>${words.overview}</h1>
${figures(view, monitoring)}
<section aria-labelledby="board">
<h2 id="board">${words.board}</h2>
<p class="hint">${board.length === 0 ? words.noLabels : words.boardHint}</p>
<div class="board">${board.map((column) => columnOf(view, { ...column, name: names.get(column.id) ?? column.name }, openOf.get(column.id) ?? 0, windows))}</div>
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

type Windows = ReadonlyMap<string, WindowStatus>

/** What may be sent to the contacts that the board shows, by their ids. */
async function windowsOf(
  shop: Shop,
  board: readonly LabelColumn[],
  businessNumber: string | undefined,
): Promise<Windows> {
  const contacts = new Set(board.flatMap(({ latest }) => latest.map(({ customer }) => customer)))
  const windows = [...contacts].map(
    async (id) => [id, await shop.interactions.window(id, businessNumber)] as const,
  )
  return new Map(await Promise.all(windows))
}

function columnOf(view: View, column: LabelColumn, open: number, windows: Windows): Html {
  const { words, count, day } = view
  const windowOf = (customer: string): Part => {
    const window = windows.get(customer)
    return window === undefined ? '' : windowBadgeUntil(view, window)
  }
  const more = column.contacts - column.latest.length
  return html`<section class="column" aria-label="${column.name}">
<h3>${labelDot(column.colour)} <span class="name">${column.name}</span> <span class="count">${count(column.contacts)}</span></h3>
<p class="hint">${column.contacts === 0 ? words.noContacts : words.windowsOpen(count(open))}</p>
<ul class="contacts">${column.latest.map(
    ({ customer, name, since, by }) => html`<li>
<a href="/customers/${customer}">${name}</a> ${windowOf(customer)}
<span class="hint">${day(since)}${by === null ? '' : ` ${words.by(by)}`}</span>
</li>`,
  )}</ul>
${more > 0 ? html`<p class="hint"><a href="/customers?label=${column.id}">${words.more(count(more))}</a></p>` : ''}
</section>`
}
