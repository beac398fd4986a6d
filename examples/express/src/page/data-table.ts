import { type Html, html, type Part } from './html.ts'

export interface Column {
  readonly name: string
  /** `words` may break anywhere, `whole` nowhere; a `number` stands at the end. */
  readonly kind: 'words' | 'whole' | 'number'
}

/**
 * A table whose first column names the rows. On a narrow screen each row becomes a card, by styles
 * that take the meaning of a table away; so the roles are written out, and cells carry their names.
 *
 * @param label the id of the heading that says what it is about
 */
export function dataTable(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly Part[])[],
): Html {
  return html`<table class="table" role="table" aria-labelledby="${label}">
<thead role="rowgroup"><tr role="row">${columns.map(
    ({ name, kind }) => html`<th scope="col" role="columnheader" class="${kind}">${name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => html`<tr role="row">${cells.map((cell, i) => cellOf(columns[i], i, cell))}</tr>
`,
  )}</tbody></table>`
}

function cellOf(column: Column | undefined, i: number, cell: Part): Html {
  const { name = '', kind = 'words' } = column ?? {}
  const inside = html`<span>${cell}</span>`
  return i === 0
    ? html`<th scope="row" role="rowheader" class="${kind}">${inside}</th>`
    : html`<td role="cell" class="${kind}" data-label="${name}">${inside}</td>`
}
