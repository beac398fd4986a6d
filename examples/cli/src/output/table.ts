import Table from 'cli-table3'
import { oneLine } from './one-line.ts'
import { styleFor } from './style.ts'

/** A column of a table: its heading, what it shows of a row, and which edge its texts share. */
export interface Column<R> {
  readonly head: string
  readonly cell: (row: R) => string
  readonly align?: 'right'
  /** Characters shown at most. */
  readonly most?: number
  /** Whether it is shown also where no row has a text. */
  readonly stays?: true
  /** Where not all columns have room beside each other, the one with the highest goes first; without one it stays. */
  readonly spare?: number
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** What a column shows of each row, as one line. */
export function cellsOf<R>({ cell, most }: Column<R>, rows: readonly R[]): readonly string[] {
  return rows.map((row) => oneLine(cell(row), most))
}

/** Rows under headings; a column in which no row has a text is left out, unless it stays. */
export function tableOf<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const { bold } = styleFor(process.stdout)
  const shown = columns
    .map((column) => ({ ...column, cells: cellsOf(column, rows) }))
    .filter(({ cells, stays }) => stays === true || cells.some((cell) => cell !== ''))
  const table = new Table({
    head: shown.map(({ head }) => bold(head)),
    colAligns: shown.map(({ align }) => align ?? 'left'),
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...rows.map((_, i) => shown.map(({ cells }) => cells[i] ?? '')))
  return withoutTrailingSpaces(table.toString())
}

/** Names and values beneath each other; those without a value are left out. */
export function fieldsOf(fields: readonly (readonly [name: string, value: string])[]): string {
  const { dim } = styleFor(process.stdout)
  const given = fields.filter(([, value]) => value !== '')
  const width = Math.max(...given.map(([name]) => name.length))
  return given
    .map(([name, value]) => `${dim(name.padEnd(width))}  ${oneLine(value, 200)}`)
    .join('\n')
}

function withoutTrailingSpaces(text: string): string {
  return text.replace(/[ ]+$/gm, '')
}
