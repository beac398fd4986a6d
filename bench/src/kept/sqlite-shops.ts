import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import Database from 'better-sqlite3'
import { rawWriter } from '../raw-writer.ts'
import { scratchFile } from '../scratch.ts'
import { type Filling, growShops, shopId } from './grown-shop.ts'
import { type KeptShop, openKept } from './kept-shop.ts'
import { trackSegments } from './tracked-segments.ts'

/** A shop in a file. */
export interface FiledShop extends KeptShop {
  readonly filename: string
}

/**
 * Opens shops of these sizes on SQLite, which are made where they are not there yet.
 *
 * @param folder where made ones stay for the next run; absent for nowhere
 */
export async function sqliteShops(
  sizes: readonly number[],
  folder: string | undefined,
): Promise<readonly FiledShop[]> {
  const targets = sizes.map((customers) => ({
    customers,
    filename: folder === undefined ? scratchFile() : join(folder, `kept-${customers}.db`),
  }))
  const missing = targets.filter(({ filename }) => !existsSync(filename))
  const toFill = missing.map(({ customers, filename }) => ({
    customers,
    fill: () => filling(filename),
  }))
  if (toFill.length > 0) await growShops(toFill, trackSegments)
  const shops: FiledShop[] = []
  for (const { filename, customers } of targets) {
    await readThrough(filename)
    shops.push({ ...(await openKept(sqliteStorage({ filename }), customers)), filename })
  }
  return shops
}

/** Reads a file once, so that the system holds as much of it as it can: the disk is not what is timed. */
async function readThrough(filename: string): Promise<void> {
  for await (const _ of createReadStream(filename, { highWaterMark: 2 ** 20 }));
}

async function filling(filename: string): Promise<Filling> {
  const storage = sqliteStorage({ filename })
  await storage.shopIds()
  await storage.close()
  const database = new Database(filename)
  // Should this break off, the file is thrown away.
  for (const pragma of ['journal_mode = off', 'synchronous = off', 'cache_size = -1000000'])
    database.pragma(pragma)
  const write = rawWriter(database, shopId)
  return { write: (rows) => write([[rows]]), end: () => void database.close() }
}
