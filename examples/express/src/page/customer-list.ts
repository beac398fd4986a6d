import type { CustomerListRow, Shop } from '@langganan/core'
import { dataTable } from './data-table.ts'
import { type Html, html } from './html.ts'
import { labelNames } from './label-names.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'
import { windowBadge } from './window-badge.ts'

export interface ListQuery {
  /** What was typed into the search. */
  readonly query: string
  /** Id of a label, of those only who have it. */
  readonly label?: string | undefined
  /** The cursor of the page before. */
  readonly after?: string | undefined
}

const perPage = 50

/** Customers, those of whom something was heard last first; or those who may be meant by a text. */
export async function customerList(
  shop: Shop,
  view: View,
  { query, label, after }: ListQuery,
): Promise<Html> {
  const { words } = view
  const { rows, next } =
    query === ''
      ? await shop.customers.list({
          sort: 'lastActivity',
          limit: perPage,
          after,
          where: label === undefined ? undefined : { label },
        })
      : { rows: await shop.customers.search(query, { limit: perPage }), next: null }
  const title = await titleOf(shop, view, label)
  return layout(
    view,
    title,
    html`<h1>${title}</h1>
<form role="search" action="/customers" class="fields">
<label>${words.searchHint}<input type="search" name="query" value="${query}"></label>
<button>${words.search}</button>
</form>
<h2 id="found" class="unseen">${words.customers}</h2>
${rows.length === 0 ? html`<p class="hint">${words.nobodyFound}</p>` : table(view, rows)}
${next === null ? '' : html`<p class="buttons"><a href="/customers?${nextQuery(next, label)}">${words.next}</a></p>`}`,
  )
}

async function titleOf(shop: Shop, { words }: View, label: string | undefined): Promise<string> {
  if (label === undefined) return words.customers
  const names = labelNames(await shop.labels.list())
  return `${words.customers}: ${names.get(label) ?? ''}`
}

function nextQuery(after: string, label: string | undefined): string {
  return new URLSearchParams({ after, ...(label === undefined ? {} : { label }) }).toString()
}

function table(view: View, rows: readonly CustomerListRow[]): Html {
  const { words, money, day } = view
  return dataTable(
    'found',
    [
      { name: words.name, kind: 'words' },
      { name: words.phone, kind: 'whole' },
      { name: words.window, kind: 'whole' },
      { name: words.lastActivity, kind: 'whole' },
      { name: words.ltv, kind: 'number' },
      { name: words.balance, kind: 'number' },
    ],
    rows.map((row) => [
      html`<a href="/customers/${row.id}">${row.name}</a>`,
      row.phone ?? '–',
      windowBadge(view, row.active),
      row.lastActivityAt === null ? '–' : day(row.lastActivityAt),
      money(row.ltv),
      money(row.balance),
    ]),
  )
}
