/** A state that Postgres gives each of its errors; it says nothing of the connection or of rows. */
const sqlState = /^[\dA-Z]{5}$/

/**
 * What the database itself said. SQLite speaks of files and tables, not of people; Postgres may name
 * its host and user, and values of a row, so of its errors only the state is told.
 */
export function storageCause(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return ''
  if (cause.code.includes('SQLITE')) return ` SQLite says: ${cause.message}.`
  return sqlState.test(cause.code) ? ` Postgres says: SQLSTATE ${cause.code}.` : ''
}
