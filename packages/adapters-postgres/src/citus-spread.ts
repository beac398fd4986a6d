import type { AskNames, Spread } from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { sql } from 'kysely'
import { schemaName } from './postgres-flavor.ts'

/** The oldest Citus whose nodes begin a transaction as the coordinator was told to. */
const oldest = [11, 2] as const

/**
 * Tables distributed by Citus. What belongs to the extension is named without its schema: it lies in
 * pg_catalog, which is looked in before any other.
 */
export const citusSpread: Spread = {
  check,
  spreadTables: ({ schema }) => sql`
    select c.relname::text as "name" from pg_dist_partition as p
    join pg_catalog.pg_class as c on c.oid = p.logicalrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${schemaName(schema)}`,
  spread: (table, column, beside) => sql`
    select create_distributed_table(${sql.lit(table)}, ${sql.lit(column)},
      colocate_with => ${sql.lit(beside ?? 'none')})`,
}

async function check(ask: AskNames): Promise<void> {
  const [there] = await ask(sql`
    select proname::text as "name" from pg_catalog.pg_proc
    where proname = 'create_distributed_table' and pg_catalog.pg_function_is_visible(oid) limit 1`)
  if (there === undefined) {
    throw new LanggananError(
      'STORAGE_FAILED',
      'The option citus is on, and the database has no extension of that name. Connect to the coordinator of a Citus cluster and run `create extension citus` in this database, or leave the option out.',
      { field: 'citus' },
    )
  }
  const [running] = await ask(sql`select citus_version() as "name"`)
  checkVersion(running?.name ?? '')
}

/** @throws LanggananError `STORAGE_UNSAFE` if a reader would not see one instant on the nodes. */
function checkVersion(version: string): void {
  const [, major, minor] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number)
  if (major === undefined || minor === undefined) return
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new LanggananError(
    'STORAGE_UNSAFE',
    `Citus ${major}.${minor} is too old: its nodes do not take over the isolation level of a transaction, so a reader could see half of what another wrote. Use ${oldest.join('.')} or newer.`,
    { field: 'citus', details: { version: `${major}.${minor}` } },
  )
}
