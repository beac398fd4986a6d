import type { SqlFlavor } from '@langganan/adapters-kysely'
import { sql } from 'kysely'
import { failureKind, refusedCommit } from './database/failure-kind.ts'
import { jsonLists } from './json-lists.ts'
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
  spread: null,
  // A planner built with STAT4, as better-sqlite3's is, looks into a bare parameter and plans again
  // whenever it is bound anew, which costs more than the search itself.
  value: (value, type) => sql`cast(${value} as ${columnTypes[type]})`,
  lists: jsonLists,
  isAmong: (id, customers, wanted) => sql`${id} ${wanted ? sql`in` : sql`not in`} (${customers})`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  // A negative start counts from the end, in characters.
  endsWith: (text, end) => sql`substr(${text}, ${-Array.from(end).length}) = ${end}`,
  // It sorts them first by itself.
  nullsFirst: sql``,
  tableExists: (table) => sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`,
  beforeMigration: () => [],
  afterMigration: plannerStatistics,
  failureKind,
  refusedCommit,
}
