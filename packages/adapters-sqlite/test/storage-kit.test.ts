import { kyselyStorage } from '@langganan/adapters-kysely'
import { storageKit } from '@langganan/core/testing'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { hostTransaction } from '../src/host-transaction.ts'
import { sqliteStorage } from '../src/index.ts'
import { sqliteFlavor } from '../src/sqlite-flavor.ts'
import { drivers } from './support/drivers.ts'
import { temporaryFile } from './support/temporary-file.ts'

storageKit({
  name: 'SQLite in memory',
  open: () => sqliteStorage({ memory: true }),
  predicates: 20_000,
})

const driver = drivers.at(-1) ?? 'better-sqlite3'
storageKit({
  name: `an SQLite file by ${driver}, with a prefix`,
  open: () => sqliteStorage({ filename: temporaryFile(), driver, prefix: 'toko_' }),
  predicates: 1_000,
})

// The SQL does not lean on our own driver: rows go in as JSON where a connection takes no others.
storageKit({
  name: "SQLite by Kysely's own dialect",
  open: () => {
    const db = new Kysely<unknown>({
      dialect: new SqliteDialect({ database: new Database(':memory:') }),
    })
    return kyselyStorage({ db, flavor: sqliteFlavor, hostTransaction })
  },
  predicates: 1_000,
})
