/** A text that can be laid out on one line or on several. */
export type Layout = string | readonly Layout[] | Group

/** Parts with something between them, which may each have a line of their own. */
export interface Group {
  readonly open: string
  readonly parts: readonly Layout[]
  /** `;` is a comma behind which a line goes on as long as there is room. */
  readonly between: ',' | ';' | 'and' | 'or'
  readonly close: string
}

const longestLine = 100
const step = 2

/** Parts in parentheses behind a beginning, each on a line of its own if one has no room. */
export function listed(open: string, parts: readonly Layout[]): Group {
  return { open: `${open}(`, parts, between: ',', close: ')' }
}

/** Values in parentheses behind a beginning. */
export function listedValues(open: string, values: readonly string[]): Group {
  return { ...listed(open, values), between: ';' }
}

/**
 * A text on one line if there is room, else on several.
 *
 * @param indent of further lines
 * @param column at which the text begins
 */
export function layOut(layout: Layout, indent = 0, column: number = indent): string {
  const line = onOneLine(layout)
  if (typeof layout === 'string' || column + line.length <= longestLine) return line
  if (isSequence(layout)) {
    return layout.reduce<string>(
      (text, part) => text + layOut(part, indent, columnAfter(text, column)),
      '',
    )
  }
  return layout.open === '' ? chained(layout, indent, column) : inLines(layout, indent)
}

/** Parts on lines of their own, each but the first behind the word between them. */
function chained({ parts, between }: Group, indent: number, column: number): string {
  const rows = parts.map((part, i) => {
    // A chain inside a chain moves to the right, so that the eye sees which belong together.
    const isChain = typeof part === 'object' && 'open' in part && part.open === ''
    const start = i === 0 ? column : indent + between.length + 1
    return layOut(part, isChain ? indent + step : indent, start)
  })
  return rows.join(`${newLine(indent)}${between} `)
}

function inLines({ open, parts, between, close }: Group, indent: number): string {
  const inside = indent + step
  const rows = parts.map((part) => layOut(part, inside))
  const lines = between === ';' ? filled(rows, inside) : rows.join(`,${newLine(inside)}`)
  return `${open}${newLine(inside)}${lines}${newLine(indent)}${close}`
}

/** As many values on a line as have room. */
function filled(rows: readonly string[], indent: number): string {
  let column = indent
  return rows
    .map((row, i) => {
      const fits = i > 0 && column + row.length + 2 <= longestLine
      column = (fits ? column + 1 : indent) + row.length + 1
      if (i === 0) return row
      return fits ? ` ${row}` : `${newLine(indent)}${row}`
    })
    .join(',')
}

function columnAfter(text: string, column: number): number {
  const end = text.lastIndexOf('\n')
  return end === -1 ? column + text.length : text.length - end - 1
}

function newLine(indent: number): string {
  return `\n${' '.repeat(indent)}`
}

function onOneLine(layout: Layout): string {
  if (typeof layout === 'string') return layout
  if (isSequence(layout)) return layout.map(onOneLine).join('')
  const { open, parts, between, close } = layout
  const separator = between === ',' || between === ';' ? ', ' : ` ${between} `
  return open + parts.map(onOneLine).join(separator) + close
}

function isSequence(layout: readonly Layout[] | Group): layout is readonly Layout[] {
  return Array.isArray(layout)
}
