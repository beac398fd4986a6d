import { LanggananError, type TableName } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'

/** Where a storage keeps its tables. */
export interface Place {
  /** A namespace of the database; where the connection looks first if absent. */
  readonly schema?: string | undefined
  /** What every table's name begins with. */
  readonly prefix: string
}

/** The name in SQL of a table or column: `groupMembers` is `group_members`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The name of a table in the database, behind the prefix that the host chose. */
export function tableName(prefix: string, table: TableName): string {
  return prefix + snakeCase(table)
}

/** The name of the table that says which migrations were applied. */
export function migrationsTable({ prefix }: Place): string {
  return `${prefix}migrations`
}

/** A table by its name and, where the storage has one, its schema. */
export function tableAt(place: Place, table: TableName): RawBuilder<unknown> {
  return namedAt(place, tableName(place.prefix, table))
}

/** As {@link tableAt} for a whole name. */
export function namedAt({ schema }: Place, name: string): RawBuilder<unknown> {
  return sql.table(schema === undefined ? name : `${schema}.${name}`)
}

/** The name of an index in the database; index names are not scoped by table. */
export function indexName(prefix: string, table: TableName, index: string): string {
  return `${tableName(prefix, table)}_${snakeCase(index)}`
}

/**
 * The prefix itself, if it can begin a table name unquoted.
 *
 * @throws LanggananError `INVALID_INPUT` otherwise.
 */
export function checkedPrefix(prefix: string): string {
  if (prefix === '' || /^(?!sqlite_|pg_)[a-z][a-z0-9_]{0,30}$/.test(prefix)) return prefix
  throw new LanggananError(
    'INVALID_INPUT',
    'The table prefix must begin with a lower-case letter and hold at most 31 of a–z, 0–9 and _, and not begin with sqlite_ or pg_, which databases keep for themselves; for example `shop_`.',
    { field: 'prefix' },
  )
}
