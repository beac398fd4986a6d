import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import type { Storage } from '@langganan/core/storage'
import { scratchFile } from '../scratch.ts'
import { type Asked, countingStorage } from './counting-storage.ts'
import { type GrownShop, growShops, openGrown, shopId } from './grown-shop.ts'
import { trackSegments } from './tracked-segments.ts'

/** A shop of so many customers with fifty tracked segments, opened. */
export interface KeptShop extends GrownShop {
  readonly customers: number
  readonly filename: string
  readonly storage: Storage
  readonly asked: Asked
  /** In no order of theirs. */
  readonly someIds: readonly string[]
}

/**
 * Opens shops of these sizes, which are made where they are not there yet.
 *
 * @param folder where made ones stay for the next run; absent for nowhere
 */
export async function keptShops(
  sizes: readonly number[],
  folder: string | undefined,
): Promise<readonly KeptShop[]> {
  const targets = sizes.map((customers) => ({
    customers,
    filename: folder === undefined ? scratchFile() : join(folder, `kept-${customers}.db`),
  }))
  const missing = targets.filter(({ filename }) => !existsSync(filename))
  if (missing.length > 0) await growShops(missing, trackSegments)
  const shops: KeptShop[] = []
  for (const { filename, customers } of targets) shops.push(await opened(filename, customers))
  return shops
}

async function opened(filename: string, customers: number): Promise<KeptShop> {
  await readThrough(filename)
  const asked: Asked = { calls: 0, rows: 0, customers: new Set() }
  const storage = sqliteStorage({ filename })
  const grown = await openGrown(countingStorage(storage, asked))
  const someIds = await storage.transaction(shopId, 'read', async (tx) => {
    const where = {
      op: 'sample',
      a: 1,
      b: 0,
      share: Math.floor((2 ** 31 * 8_000) / customers),
    } as const
    return (await tx.members({ where, limit: 8_000 })).map(({ id }) => id)
  })
  return { ...grown, storage, asked, customers, filename, someIds: shuffled(someIds) }
}

/** Reads a file once, so that the system holds as much of it as it can: the disk is not what is timed. */
async function readThrough(filename: string): Promise<void> {
  for await (const _ of createReadStream(filename, { highWaterMark: 2 ** 20 }));
}

function shuffled(ids: readonly string[]): readonly string[] {
  return ids.map((_, i) => ids[(i * 7_919) % ids.length] ?? '')
}
