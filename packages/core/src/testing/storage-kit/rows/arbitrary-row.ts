import fc from 'fast-check'
import type { Cell, Keys, Rows, TableName } from '../../../domain/change/rows.ts'
import type { ColumnType } from '../../../ports/storage/table.ts'
import { tables } from '../../../ports/storage/tables.ts'
import { hostileTexts } from './hostile-texts.ts'
import { cellAt, keyFrom, rowFrom } from './row-of.ts'

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme' }))
const integer = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
    2 ** 31,
    -(2 ** 31) - 1,
  ),
  fc.integer({ min: -5, max: 5 }),
  fc.maxSafeInteger(),
)
const real = fc.oneof(
  fc.constantFrom(0, 1, -1.5, 0.1, 5e-324, Number.MAX_VALUE, 2 ** 53 + 2, Number.EPSILON),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
)

const keyText = fc.constantFrom(...hostileTexts.slice(0, 12), '\uffff', '🙂', 'é')
const keyInteger = fc.constantFrom(0, 1, 2, 10, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER)

/** Any row that a table may hold; keys come from a few values, so that drawn rows meet. */
export function arbitraryRow<T extends TableName>(table: T): fc.Arbitrary<Rows[T]> {
  const key = new Set<string>(tables[table].key)
  const cells: Record<string, fc.Arbitrary<Cell>> = {}
  for (const [column, type] of columnsOf(table)) {
    cells[column] = key.has(column) ? keyCell(type) : cell(type)
  }
  return fc.record(cells).map((drawn) => rowFrom(table, drawn))
}

/** The key of some row. */
export function arbitraryKey<T extends TableName>(table: T): fc.Arbitrary<Keys[T]> {
  return arbitraryRow(table).map((row) =>
    keyFrom(
      table,
      tables[table].key.map((c) => cellAt(row, c)),
    ),
  )
}

function columnsOf(table: TableName): readonly (readonly [string, ColumnType])[] {
  return Object.entries(tables[table].columns)
}

function keyCell(type: ColumnType): fc.Arbitrary<Cell> {
  return type === 'text' ? keyText : keyInteger
}

function cell(type: ColumnType): fc.Arbitrary<Cell> {
  switch (type) {
    case 'text':
      return text
    case 'integer':
      return integer
    case 'real':
      return real
    case 'text?':
      return fc.option(text, { freq: 3 })
    case 'integer?':
      return fc.option(integer, { freq: 3 })
    case 'real?':
      return fc.option(real, { freq: 3 })
  }
}
