import type { RowChanges, Rows, Storage } from '@langganan/core/storage'

export const nothing: RowChanges = { insert: {}, put: {}, remove: {} }

export function groupRow(id: string, name: string = id): Rows['groups'] {
  return { id, name, nameFold: name, createdAt: 1 }
}

export function eventRow(data: string): Rows['events'] {
  const at = { occurredAt: 1, recordedAt: 1 }
  return { seq: 0, type: 'customer.added', actor: 'test', customerId: null, ...at, data }
}

export async function insertGroup(storage: Storage, id: string): Promise<void> {
  const insert = { groups: [groupRow(id)] }
  await storage.transaction('kopi', 'write', (tx) => tx.apply({ ...nothing, insert }))
}

export function groups(storage: Storage): Promise<readonly Rows['groups'][]> {
  return storage.transaction('kopi', 'read', (tx) => tx.scan('groups', null, 1_000))
}

/** Reads a count, waits for whoever else is there, and writes it back one higher. */
export async function increment(storage: Storage): Promise<void> {
  await storage.transaction('kopi', 'write', async (tx) => {
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
