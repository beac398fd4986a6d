import { storageError } from '@langganan/adapters-kysely'
import { CompiledQuery, type Kysely } from 'kysely'
import { postgresFlavor } from './postgres-flavor.ts'

/** What a server says of itself, whatever the rows say. */
export interface PostgresCondition {
  /** The server's version, such as `18.4`. */
  readonly version: string
  /** What decides how safe texts and writes are, as this connection has it. */
  readonly settings: Readonly<Record<string, string>>
}

const names = [
  'server_encoding',
  'synchronous_commit',
  'fsync',
  'full_page_writes',
  'data_checksums',
] as const

const question = CompiledQuery.raw(
  `select ${['server_version', ...names].map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
)

export async function inspect(db: Kysely<unknown>): Promise<PostgresCondition> {
  try {
    const { rows } = await db.executeQuery<Readonly<Record<string, string>>>(question)
    const { server_version: version = '', ...settings } = rows[0] ?? {}
    return { version, settings }
  } catch (error) {
    throw storageError(postgresFlavor, error, 'inspecting the server')
  }
}
