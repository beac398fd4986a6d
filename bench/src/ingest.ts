import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop } from '@langganan/core'
import type { RowChanges, Storage } from '@langganan/core/storage'
import Database from 'better-sqlite3'
import { interleaved, median, spread } from './measure.ts'
import { madeUpOrders } from './orders.ts'
import { rawWriter } from './raw-writer.ts'
import { recordingStorage } from './recording-storage.ts'
import type { Result } from './result.ts'
import { scratchFile } from './scratch.ts'

const shopId = 'bench'
const batch = 500

/** Recording many orders, against a prepared loop that writes the very same rows into the same tables. */
export async function ingest(repetitions: number): Promise<Result> {
  const orders = madeUpOrders(3_000, 20, 800)
  const rows = await rowsOf(orders)
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
  const count = rows.flat().reduce((sum, change) => sum + size(change), 0)
  const perSecond = (name: string) => (times.get(name) ?? []).map((ms) => (count / ms) * 1_000)
  const [ours, theirs] = [perSecond('ours'), perSecond('raw')]
  const ratio = median(ours) / median(theirs)
  return {
    name: 'ingest into SQLite',
    goal: '≥ 0.8',
    ratio,
    isMet: ratio >= 0.8,
    against: 'a raw prepared loop writing the same rows',
    ours: { median: median(ours), spread: spread(ours), unit: 'rows/s' },
    theirs: { median: median(theirs), spread: spread(theirs), unit: 'rows/s' },
  }
}

type Shop = Awaited<ReturnType<typeof openShop>>

function emptyShop(storage: Storage): Promise<Shop> {
  return openShop({ id: shopId, currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
}

function recordAll(shop: Shop, orders: ReturnType<typeof madeUpOrders>): () => Promise<void> {
  return async () => {
    for (let i = 0; i < orders.length; i += batch)
      await shop.transactions.recordMany(orders.slice(i, i + batch))
    await shop.close()
  }
}

/** What recording these orders writes, setting the shop up left out. */
async function rowsOf(orders: ReturnType<typeof madeUpOrders>): Promise<RowChanges[][]> {
  const written: RowChanges[][] = []
  const shop = await emptyShop(
    recordingStorage(sqliteStorage({ filename: scratchFile() }), written),
  )
  written.length = 0
  await recordAll(shop, orders)()
  return written
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

function size({ insert, put }: RowChanges): number {
  const rows = [...Object.values(insert), ...Object.values(put)]
  return rows.reduce((sum, list) => sum + (list?.length ?? 0), 0)
}
