/** The kit through `within`: each transaction of the storage is made inside one of a host's. */
import { hostedStorage, storageKit } from '@langganan/core/testing'
import { Kysely, PostgresDialect } from 'kysely'
import { postgresStorage } from '../src/index.ts'
import { databaseUrl, emptiedStorages, openPool } from './support/storages.ts'

const prefix = 'toko_'

const pool = openPool()
const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })

async function inClient<T>(work: (tx: unknown) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

let begun = 0

/** By turns on a client of pg and in a transaction of Kysely. */
function inHostTransaction<T>(work: (tx: unknown) => Promise<T>): Promise<T> {
  begun += 1
  return begun % 2 === 0 ? inClient(work) : db.transaction().execute(work)
}

storageKit({
  name: "Postgres inside a host's transactions, by a connection string and with a prefix",
  open: emptiedStorages(
    ({ schema }) =>
      hostedStorage(
        postgresStorage({ connectionString: databaseUrl(), schema, prefix }),
        inHostTransaction,
      ),
    { prefix },
  ),
  predicates: 200,
  readsOneInstant: false,
})
