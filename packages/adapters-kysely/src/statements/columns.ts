import {
  type ColumnType,
  LanggananError,
  type Rows,
  type TableName,
  tables,
} from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { type CellType, cellType } from '../flavor.ts'
import { snakeCase } from '../names.ts'

/** The column that begins every key and every index. */
export const shopColumn = 'shop_id'

export interface Column {
  readonly name: string
  /** Its name in a row. */
  readonly field: string
  readonly type: CellType
  readonly nullable: boolean
}

const known = new Map<TableName, readonly Column[]>()

/** The columns of a table behind the shop id. */
export function columnsOf(table: TableName): readonly Column[] {
  const columns = known.get(table) ?? describe(table)
  known.set(table, columns)
  return columns
}

/** The column that holds a field of a table's row. */
export function columnOf(table: TableName, field: string): Column {
  const column = columnsOf(table).find((each) => each.field === field)
  if (column !== undefined) return column
  throw new LanggananError('STORAGE_FAILED', `The table ${table} has no such column.`)
}

/** The columns of a table's key behind the shop id. */
export function keyColumns(table: TableName): readonly Column[] {
  return named(table, tables[table].key)
}

/** The columns of an index behind the shop id; `key` names the table's own key. */
export function indexColumns(table: TableName, index: string): readonly Column[] {
  return index === 'key' ? keyColumns(table) : named(table, indexOf(table, index).columns)
}

/** The column without which a row is not in an index; undefined where every row is. */
export function presentColumn(table: TableName, index: string): Column | undefined {
  const present = index === 'key' ? undefined : indexOf(table, index).present
  return present === undefined ? undefined : columnOf(table, present)
}

interface DeclaredIndex {
  readonly columns: readonly string[]
  readonly present?: string
}

function indexOf(table: TableName, index: string): DeclaredIndex {
  const indexes: Readonly<Record<string, DeclaredIndex>> = tables[table].indexes
  const found = Object.hasOwn(indexes, index) ? indexes[index] : undefined
  if (found !== undefined) return found
  throw new LanggananError('STORAGE_FAILED', `The table ${table} has no index ${index}.`)
}

/** The fields of a table's row, in the order of its columns. */
export function fieldsOf<T extends TableName>(table: T): readonly (keyof Rows[T] & string)[] {
  return namesIn(tables[table].columns)
}

/** The columns of a row, each under the name of its field, so that a fetched row is the core's row. */
export function selected(columns: readonly Column[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ name, field }) => sql.ref(name).as(field)))
}

function named(table: TableName, fields: readonly string[]): readonly Column[] {
  return fields.map((field) => columnOf(table, field))
}

function describe(table: TableName): readonly Column[] {
  const types: readonly (readonly [string, ColumnType])[] = Object.entries(tables[table].columns)
  return types.map(([field, type]) => ({ name: snakeCase(field), field, ...cellType(type) }))
}

function namesIn<C extends object>(columns: C): readonly (keyof C & string)[] {
  const names: (keyof C & string)[] = []
  for (const name in columns) names.push(name)
  return names
}
