import { type Column, cellsOf, tableOf } from './table.ts'

/** Where no terminal says how wide it is. */
const usualWidth = 100

interface Fitting<R> {
  readonly shown: readonly Column<R>[]
  readonly leftOut: readonly Column<R>[]
}

/** Rows under the headings that have room; the others are named beneath, with where they are to be seen. */
export function fittingTable<R>(
  columns: readonly Column<R>[],
  rows: readonly R[],
  where = 'They are in --json.',
): string {
  const { shown, leftOut } = fitting(columns, rows)
  const table = tableOf(shown, rows)
  if (leftOut.length === 0) return table
  return `${table}\n\nNo room for: ${leftOut.map(({ head }) => head).join(', ')}. ${where}`
}

/** The columns that have room beside each other; of the others, those that can be spared most go first. */
function fitting<R>(
  columns: readonly Column<R>[],
  rows: readonly R[],
  width: number = process.stdout.columns ?? usualWidth,
): Fitting<R> {
  const widths = new Map(columns.map((column) => [column, widthOf(column, rows)]))
  const shown = columns.filter((column) => widths.get(column) !== 0)
  const total = (): number => shown.reduce((sum, each) => sum + 2 + (widths.get(each) ?? 0), -2)
  while (total() > width) {
    const spared = shown.reduce<number>(
      (most, { spare = 0 }, i) => (spare > (shown[most]?.spare ?? 0) ? i : most),
      0,
    )
    if (shown[spared]?.spare === undefined) break
    shown.splice(spared, 1)
  }
  const leftOut = columns.filter((each) => widths.get(each) !== 0 && !shown.includes(each))
  return { shown, leftOut }
}

/** Characters across; none where no row has a text and the column need not be shown then. */
function widthOf<R>(column: Column<R>, rows: readonly R[]): number {
  const widest = Math.max(0, ...cellsOf(column, rows).map((cell) => [...cell].length))
  return widest === 0 && column.stays !== true ? 0 : Math.max(widest, column.head.length)
}
