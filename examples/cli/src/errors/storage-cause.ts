/** A state that Postgres gives each of its errors; it says nothing of the connection or of rows. */
const sqlState = /^[\dA-Z]{5}$/

/** The state of a missing right; its message names the schema, table or database, and no value of a row. */
const lacksRight = '42501'

/**
 * What the database itself said. SQLite speaks of files and tables, not of people; Postgres may name
 * its host and user, and values of a row, so of its errors only the state is told, and of a missing right
 * what it is missing on: nobody could grant it otherwise.
 */
export function storageCause(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return ''
  if (cause.code.includes('SQLITE')) return ` SQLite says: ${cause.message}.`
  if (!sqlState.test(cause.code)) return ''
  const said = cause.code === lacksRight ? `${cause.message} (SQLSTATE ${lacksRight})` : undefined
  return ` Postgres says: ${said ?? `SQLSTATE ${cause.code}`}.`
}
