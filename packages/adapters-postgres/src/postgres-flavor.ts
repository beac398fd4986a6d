import type { Place, SqlFlavor } from '@langganan/adapters-kysely'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { arrayLists, cellTypes } from './array-lists.ts'
import { advice } from './failures/advice.ts'
import { failureKind, refusedCommit } from './failures/failure-kind.ts'
import { sideBySide } from './side-by-side.ts'

// Whatever the server, the role or a pooler has them set to: a double is told with all of its digits,
// and an empty place in a list is null. They come with the beginning, so they take no journey.
const ownSettings = 'set local extra_float_digits = 1; set local array_nulls = on'

/** Postgres's own way of saying things. */
export const postgresFlavor: SqlFlavor = {
  name: 'postgres',
  // The order of code points, whatever locale the database has: columns carry it into every
  // comparison, sort and index.
  columnTypes: { ...cellTypes, text: sql`text collate "C"` },
  tableOptions: sql``,
  insertInto: sql`insert into`,
  begin: {
    // All statements of a reader see one state.
    read: `begin isolation level repeatable read, read only; ${ownSettings}`,
    // A writer that waited for its lock sees what the one before it wrote.
    write: `begin isolation level read committed, read write; ${ownSettings}`,
    alone: `begin isolation level read committed, read write; ${ownSettings}`,
  },
  sideBySide,
  spread: null,
  value: (value, type) => sql`cast(${value} as ${cellTypes[type]})`,
  lists: arrayLists,
  // `in` under an `or`, and `not in` anywhere, is looked up row by row in a list without an index as
  // soon as that list outgrows work_mem; this becomes a join, or a search in an index.
  isAmong: (id, customers, wanted) => {
    const found = sql<SqlBool>`exists (select from (${customers}) as listed where listed.customer_id = ${id})`
    return wanted ? found : sql`not ${found}`
  },
  contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
  endsWith: (text, end) =>
    sql`right(${text}, ${sql.lit(Array.from(end).length)}) = cast(${end} as text)`,
  nullsFirst: sql` nulls first`,
  tableExists: (table, schema) => sql`
    select 1 from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${schemaName(schema)} and c.relname = cast(${table} as text)`,
  beforeMigration: (place) => [holdSchema(place), ...createSchema(place)],
  afterMigration: () => [],
  failureKind,
  advice,
  refusedCommit,
}

/** Waits for whoever brings the tables of the same place up to date, and keeps others from it. */
function holdSchema({ schema, prefix }: Place): RawBuilder<unknown> {
  const name = sql`'langganan ' || ${schemaName(schema)} || ${sql.lit(`.${prefix}`)}`
  return sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Where tables without a schema of their own go. */
export function schemaName(schema: string | undefined): RawBuilder<unknown> {
  return schema === undefined ? sql`current_schema()::text` : sql`${sql.lit(schema)}::text`
}

// Even `if not exists` needs the right to create schemas, which a user whose schema is there may lack.
function createSchema({ schema }: Place): readonly RawBuilder<unknown>[] {
  if (schema === undefined) return []
  const name = sql.lit(schema)
  return [
    sql`do $$ begin
      if not exists (select from pg_catalog.pg_namespace where nspname = ${name}) then
        create schema ${sql.ref(schema)};
      end if;
    end $$`,
  ]
}
