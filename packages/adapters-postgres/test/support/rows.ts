import type { RowChanges, Rows, Storage } from '@langganan/core/storage'

export const nothing: RowChanges = { insert: {}, put: {}, remove: {} }

export function groupRow(id: string, name: string = id): Rows['groups'] {
  return { id, name, nameFold: name, createdAt: 1 }
}

export async function insertGroup(storage: Storage, id: string): Promise<void> {
  const insert = { groups: [groupRow(id)] }
  await storage.transaction('kopi', 'write', (tx) => tx.apply({ ...nothing, insert }))
}

export function groups(storage: Storage): Promise<readonly Rows['groups'][]> {
  return storage.transaction('kopi', 'read', (tx) => tx.scan('groups', null, 1_000))
}

/** Begins a shop, at whose row its writers meet. */
export async function setUpShop(storage: Storage, shopId = 'kopi'): Promise<void> {
  const shops = [
    { currency: 'IDR', scale: 0, timeZone: 'Asia/Jakarta', createdAt: 1, foldVersion: 1 },
  ]
  await storage.transaction(shopId, 'write', (tx) => tx.apply({ ...nothing, put: { shops } }))
}

/** Reads a count while nobody else writes, lets others run, and writes it back one higher. */
export async function increment(storage: Storage): Promise<void> {
  await storage.transaction('kopi', 'alone', async (tx) => {
    const [before] = await tx.get('groups', [['count']])
    await new Promise((resolve) => setTimeout(resolve, 0))
    const put = { groups: [groupRow('count', String(Number(before?.name ?? 0) + 1))] }
    await tx.apply({ ...nothing, put })
  })
}

export async function count(storage: Storage): Promise<number> {
  const rows = await groups(storage)
  return Number(rows.find(({ id }) => id === 'count')?.name ?? 0)
}
