import { sqliteStorage } from '@langganan/adapters-sqlite'
import type { RowChanges } from '@langganan/core/storage'
import Database from 'better-sqlite3'
import { interleaved } from './measure.ts'
import { madeUpOrders } from './orders.ts'
import { rawWriter } from './raw-writer.ts'
import { emptyShop, ingestResult, recordAll, rowsOf, shopId } from './recorded-orders.ts'
import type { Result } from './result.ts'
import { scratchFile } from './scratch.ts'

/** Recording many orders, against a prepared loop that writes the very same rows into the same tables. */
export async function ingest(repetitions: number): Promise<Result> {
  const orders = madeUpOrders(3_000, 20, 800)
  const rows = await rowsOf(orders, sqliteStorage({ filename: scratchFile() }))
  const times = await interleaved(
    [
      {
        name: 'ours',
        prepare: async () =>
          recordAll(await emptyShop(sqliteStorage({ filename: scratchFile() })), orders),
      },
      { name: 'raw', prepare: () => writeAll(rows) },
    ],
    repetitions,
  )
  return ingestResult(times, rows, {
    name: 'ingest into SQLite',
    atLeast: 0.8,
    against: 'a raw prepared loop writing the same rows',
  })
}

async function writeAll(rows: RowChanges[][]): Promise<() => void> {
  const filename = scratchFile()
  await (await emptyShop(sqliteStorage({ filename }))).close()
  const database = new Database(filename)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.pragma('wal_autocheckpoint = 4000')
  database.exec(`delete from events`)
  const write = rawWriter(database, shopId)
  return () => {
    write(rows)
    database.close()
  }
}
