import { type TableName, tableNames } from '@langganan/core/storage'
import { tableName } from '../names.ts'
import type { Session } from '../session.ts'
import type { AskNames } from '../spread.ts'
import { shopColumn } from '../statements/columns.ts'
import type { Statements } from '../statements/statements.ts'

/** The table that the others are laid beside. */
const first: TableName = 'shops'

/**
 * Tables that the storage shall spread over servers and has not, the first one first.
 *
 * @throws LanggananError if the database cannot spread tables
 */
export async function unspread(
  session: Session,
  statements: Statements,
): Promise<readonly TableName[]> {
  const { spread } = statements.flavor
  if (spread === null) return []
  const ask = asking(session, statements)
  await spread.check(ask)
  const known = new Set((await ask(spread.spreadTables(statements))).map(({ name }) => name))
  const rest = tableNames.filter((table) => table !== first)
  return [first, ...rest].filter((table) => !known.has(tableName(statements.prefix, table)))
}

/** Spreads what is not spread yet; of tables that hold rows, with their rows. */
export async function spreadTables(session: Session, statements: Statements): Promise<void> {
  const { flavor, schema, prefix } = statements
  if (flavor.spread === null) return
  const ask = asking(session, statements)
  const at = (table: TableName): string =>
    schema === undefined ? tableName(prefix, table) : `${schema}.${tableName(prefix, table)}`
  for (const table of await unspread(session, statements)) {
    const beside = table === first ? null : at(first)
    await ask(flavor.spread.spread(at(table), shopColumn, beside))
  }
}

function asking(session: Session, statements: Statements): AskNames {
  return (statement) => {
    const compiled = statements.compile(statement)
    return session.rows(compiled, compiled.parameters, 'spreading tables over servers')
  }
}
