import { sqliteStorage } from '@langganan/adapters-sqlite'
import Sqlite from 'better-sqlite3'
import type { OnPostgres } from '../postgres/postgres.ts'
import { onServer, type Server } from '../postgres/server.ts'
import { emptyShop } from '../recorded-orders.ts'
import type { Result } from '../result.ts'
import { scratchFile } from '../scratch.ts'
import { type Database, webhooksCompared } from './compared.ts'
import { postgresByHand } from './postgres-by-hand.ts'
import { sqliteByHand } from './sqlite-by-hand.ts'

/** Webhooks of WhatsApp into a SQLite file. */
export function webhooks(repetitions: number): Promise<readonly Result[]> {
  return webhooksCompared(onSqlite, repetitions)
}

/** Webhooks of WhatsApp into Postgres. */
export function postgresWebhooks(repetitions: number): Promise<OnPostgres> {
  return onServer(async (server) => ({
    results: await webhooksCompared(onPostgres(server), repetitions),
    postgres: server.version,
  }))
}

const onSqlite: Database = {
  name: 'SQLite',
  newStorage: () => sqliteStorage({ filename: scratchFile() }),
  async byHand(rows) {
    const filename = scratchFile()
    await (await emptyShop(sqliteStorage({ filename }))).close()
    const database = new Sqlite(filename)
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    database.pragma('wal_autocheckpoint = 4000')
    database.exec('delete from events')
    return { take: sqliteByHand(database, rows), end: () => void database.close() }
  },
}

function onPostgres(server: Server): Database {
  return {
    name: 'Postgres',
    newStorage: () => server.storage(server.newSchema()),
    async byHand(rows) {
      const schema = server.newSchema()
      await (await emptyShop(server.storage(schema))).close()
      const client = await server.connect(schema)
      await client.query('delete from events')
      return { take: postgresByHand(client, rows), end: () => client.end() }
    },
  }
}
