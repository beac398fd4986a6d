import { LanggananError, tableNames } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { migrationsTable, namedAt, tableName } from '../names.ts'
import type { Session } from '../session.ts'
import type { Statements } from '../statements/statements.ts'
import { start } from './0001-start.ts'
import type { Migration } from './migration.ts'
import { spreadTables, unspread } from './spread-tables.ts'

/** The schema's history, oldest first. */
const migrations: readonly Migration[] = [start]

/**
 * Tells whether migrations are missing, or tables are where they are not to stay.
 *
 * @throws LanggananError `STORAGE_SCHEMA_NEWER` if the database holds some that this version does not
 * know, or what {@link unspread} throws.
 */
export async function isBehind(session: Session, statements: Statements): Promise<boolean> {
  if ((await missing(session, statements)).length > 0) return true
  return (await unspread(session, statements)).length > 0
}

/**
 * Applies the missing migrations, and spreads what is to be spread over servers. Others who migrate are kept out, by the transaction or where that
 * lets writers run side by side by a hold, so that of two processes that start at once one migrates
 * and the other finds nothing to do.
 */
export async function migrate(session: Session, statements: Statements): Promise<void> {
  const { flavor, prefix } = statements
  for (const statement of flavor.beforeMigration(statements)) {
    await run(session, statements, statement)
  }
  const behind = await missing(session, statements)
  if (behind.length > 0) await apply(session, statements, behind)
  await spreadTables(session, statements)
  if (behind.length === 0) return
  for (const statement of flavor.afterMigration(prefix)) await run(session, statements, statement)
}

async function apply(
  session: Session,
  statements: Statements,
  behind: readonly Migration[],
): Promise<void> {
  const { columnTypes, tableOptions } = statements.flavor
  const table = namedAt(statements, migrationsTable(statements))
  if (behind.length === migrations.length) await expectOwnTables(session, statements)
  await run(
    session,
    statements,
    sql`create table if not exists ${table} (
    name ${columnTypes.text} not null primary key,
    applied_at ${columnTypes.integer} not null
  ) ${tableOptions}`,
  )
  for (const migration of behind) {
    for (const statement of migration.statements(statements)) {
      await run(session, statements, statement)
    }
    await run(
      session,
      statements,
      sql`insert into ${table} (name, applied_at) values (${migration.name}, ${Date.now()})`,
    )
  }
}

async function run(
  session: Session,
  statements: Statements,
  statement: RawBuilder<unknown>,
): Promise<void> {
  const compiled = statements.compile(statement)
  await session.rows(compiled, compiled.parameters, 'migrating the schema')
}

/** Refuses to begin in a database where another program's table has the name of one of ours. */
async function expectOwnTables(session: Session, statements: Statements): Promise<void> {
  for (const table of tableNames) {
    const name = tableName(statements.prefix, table)
    if (await isThere(session, statements, name)) throw notOurs(name)
  }
}

async function isThere(session: Session, statements: Statements, name: string): Promise<boolean> {
  const exists = statements.compile(statements.flavor.tableExists(name, statements.schema))
  const doing = 'looking for tables of the same name'
  return (await session.rows(exists, exists.parameters, doing)).length > 0
}

function notOurs(name: string): LanggananError {
  return new LanggananError(
    'STORAGE_FAILED',
    `The database has a table ${name} already, which is not Langganan's. Give the storage a prefix for its own tables, such as shop_, or a database of its own.`,
    { field: 'prefix', details: { table: name } },
  )
}

async function missing(session: Session, statements: Statements): Promise<readonly Migration[]> {
  const applied = new Set(await appliedNames(session, statements))
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied].find((name) => !known.has(name))
  if (unknown !== undefined) {
    throw new LanggananError(
      'STORAGE_SCHEMA_NEWER',
      `The database was migrated by a newer version (${unknown}); update the @langganan packages.`,
      { details: { migration: unknown } },
    )
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

async function appliedNames(session: Session, statements: Statements): Promise<readonly string[]> {
  const name = migrationsTable(statements)
  if (!(await isThere(session, statements, name))) return []
  // Other programs keep a table of this name too; ours is never without those that it tells of.
  const told = tableName(statements.prefix, 'onceKeys')
  if (!(await isThere(session, statements, told))) throw notOurs(name)
  const select = statements.compile(sql`select name from ${namedAt(statements, name)}`)
  const doing = 'reading the version of the schema'
  const rows = await session.rows<{ readonly name: string }>(select, select.parameters, doing)
  return rows.map((row) => row.name)
}
