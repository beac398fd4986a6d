import type { Spread } from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { sql } from 'kysely'
import { schemaName } from './postgres-flavor.ts'

/**
 * Tables distributed by Citus. What belongs to the extension is named without its schema: it lies in
 * pg_catalog, which is looked in before any other.
 */
export const citusSpread: Spread = {
  isThere: sql`
    select 'citus' as "name" from pg_catalog.pg_proc
    where proname = 'create_distributed_table' and pg_catalog.pg_function_is_visible(oid) limit 1`,
  spreadTables: ({ schema }) => sql`
    select c.relname::text as "name" from pg_dist_partition as p
    join pg_catalog.pg_class as c on c.oid = p.logicalrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${schemaName(schema)}`,
  spread: (table, column, beside) => sql`
    select create_distributed_table(${sql.lit(table)}, ${sql.lit(column)},
      colocate_with => ${sql.lit(beside ?? 'none')})`,
  missing: () =>
    new LanggananError(
      'STORAGE_FAILED',
      'The option citus is on, and the database has no extension of that name. Connect to the coordinator of a Citus cluster and run `create extension citus` in this database, or leave the option out.',
      { field: 'citus' },
    ),
}
