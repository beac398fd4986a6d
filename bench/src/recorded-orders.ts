import { openShop, type SaleInput, type Shop } from '@langganan/core'
import type { RowChanges, Storage } from '@langganan/core/storage'
import { median, spread, type Times } from './measure.ts'
import { recordingStorage } from './recording-storage.ts'
import type { Result } from './result.ts'

export const shopId = 'bench'
const batch = 500

export function emptyShop(storage: Storage): Promise<Shop> {
  return openShop({ id: shopId, currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
}

/** Records all orders, so many to a transaction, and closes the shop. */
export function recordAll(shop: Shop, orders: readonly SaleInput[]): () => Promise<void> {
  return async () => {
    for (let i = 0; i < orders.length; i += batch)
      await shop.transactions.recordMany(orders.slice(i, i + batch))
    await shop.close()
  }
}

/** What recording these orders writes, transaction by transaction, setting the shop up left out. */
export async function rowsOf(
  orders: readonly SaleInput[],
  storage: Storage,
): Promise<RowChanges[][]> {
  const written: RowChanges[][] = []
  const shop = await emptyShop(recordingStorage(storage, written))
  written.length = 0
  await recordAll(shop, orders)()
  return written
}

/** Rows written in a second, by us and by hand. */
export function ingestResult(
  times: ReadonlyMap<string, Times>,
  rows: readonly (readonly RowChanges[])[],
  { name, atLeast, against }: { name: string; atLeast: number; against: string },
): Result {
  const count = rows.flat().reduce((sum, change) => sum + size(change), 0)
  const perSecond = (who: string) => (times.get(who) ?? []).map((ms) => (count / ms) * 1_000)
  const [ours, theirs] = [perSecond('ours'), perSecond('raw')]
  const ratio = median(ours) / median(theirs)
  return {
    name,
    goal: `≥ ${atLeast}`,
    ratio,
    isMet: ratio >= atLeast,
    against,
    ours: { median: median(ours), spread: spread(ours), unit: 'rows/s' },
    theirs: { median: median(theirs), spread: spread(theirs), unit: 'rows/s' },
  }
}

function size({ insert, put }: RowChanges): number {
  const rows = [...Object.values(insert), ...Object.values(put)]
  return rows.reduce((sum, list) => sum + (list?.length ?? 0), 0)
}
