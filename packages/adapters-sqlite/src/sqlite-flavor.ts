import type { SqlFlavor } from '@langganan/adapters-kysely'
import { type RawBuilder, sql } from 'kysely'
import { failureKind } from './database/failure-kind.ts'
import { plannerStatistics } from './planner-statistics.ts'

const columnTypes = { text: sql`text`, integer: sql`integer`, real: sql`real` }

/** SQLite's own way of saying things. */
export const sqliteFlavor: SqlFlavor = {
  name: 'sqlite',
  columnTypes,
  // Rows live in the tree of their key: one search finds a row instead of two.
  tableOptions: sql`strict, without rowid`,
  // Else SQLite copies what an insert of several rows is about to change, to undo it alone.
  insertInto: sql`insert or fail into`,
  begin: { read: 'begin', write: 'begin immediate', alone: 'begin immediate' },
  sideBySide: null,
  // A planner built with STAT4, as better-sqlite3's is, looks into a bare parameter and plans again
  // whenever it is bound anew, which costs more than the search itself.
  value: (value, type) => sql`cast(${value} as ${columnTypes[type]})`,
  jsonRows: (json, types) =>
    sql`select ${sql.join(types.map((_, i) => cellAt(i)))} from json_each(${json})`,
  jsonValues: (json, type) =>
    type === 'real'
      ? // JSON writes a large double as an integer that is not quite it.
        sql`select cast(value as real) from json_each(${json})`
      : sql`select value from json_each(${json})`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  // A negative start counts from the end, in characters.
  endsWith: (text, end) => sql`substr(${text}, ${-Array.from(end).length}) = ${end}`,
  tableExists: (table) => sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`,
  afterMigration: plannerStatistics,
  failureKind,
}

function cellAt(position: number): RawBuilder<unknown> {
  return sql`value ->> ${sql.lit(position)}`
}
