import { storageError } from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { CompiledQuery, type DatabaseConnection } from 'kysely'
import { postgresFlavor } from './postgres-flavor.ts'

/** The oldest major version that its makers still mend. */
const oldest = 15

/** What the server says about itself. */
export interface ServerSettings {
  readonly version: string
  readonly encoding: string
  readonly synchronousCommit: string
}

const settings = CompiledQuery.raw(`
  select current_setting('server_version_num') as "version",
    current_setting('server_encoding') as "encoding",
    current_setting('synchronous_commit') as "synchronousCommit"`)

/**
 * Looks at the server by a connection that is new, before anything is read or written on it.
 *
 * @throws LanggananError `STORAGE_UNSAFE` if it is too old, or would lose or garble what is written.
 */
export async function checkServer(connection: DatabaseConnection): Promise<void> {
  let found: ServerSettings | undefined
  try {
    found = (await connection.executeQuery<ServerSettings>(settings)).rows[0]
  } catch (error) {
    throw storageError(postgresFlavor, error, 'looking at the server')
  }
  if (found !== undefined) checkSettings(found)
}

/** @throws LanggananError `STORAGE_UNSAFE`, as {@link checkServer} does. */
export function checkSettings({ version, encoding, synchronousCommit }: ServerSettings): void {
  const major = Math.floor(Number(version) / 10_000)
  if (!(major >= oldest)) {
    throw unsafe(
      `Postgres ${major} is too old: versions before ${oldest} get no more repairs. Use ${oldest} or newer.`,
      { version },
    )
  }
  if (encoding !== 'UTF8') {
    throw unsafe(
      `The database keeps texts as ${encoding}, which cannot hold every name. Create one with encoding 'UTF8' and use that.`,
      { encoding },
    )
  }
  if (synchronousCommit === 'off') {
    throw unsafe(
      'The connection has synchronous_commit = off, so a write could be lost when the power fails. Turn it on for the database or the user of the connection (alter role … set synchronous_commit = on).',
      { synchronousCommit },
    )
  }
}

/** What decides how values come and go, where a transaction is not ours to set it. */
export interface ValueSettings {
  readonly extraFloatDigits: string
  readonly arrayNulls: string
}

/** @throws LanggananError `STORAGE_UNSAFE` if values would come back, or be kept, other than they are. */
export function checkValueSettings({ extraFloatDigits, arrayNulls }: ValueSettings): void {
  if (!(Number(extraFloatDigits) >= 1)) {
    throw unsafe(
      `The transaction has extra_float_digits = ${extraFloatDigits}, so numbers would be read rounded. Run \`set local extra_float_digits = 1\` in it first, or leave the setting as Postgres has it.`,
      { extraFloatDigits },
    )
  }
  if (arrayNulls !== 'on') {
    throw unsafe(
      'The transaction has array_nulls = off, so what is empty would be written as the text NULL. Run `set local array_nulls = on` in it first, or leave the setting as Postgres has it.',
      { arrayNulls },
    )
  }
}

function unsafe(message: string, details: Readonly<Record<string, string>>): LanggananError {
  return new LanggananError('STORAGE_UNSAFE', message, { details })
}
