/** Law 11 between databases: what the shop kit shows for each of them and memory, directly, both ways. */

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { postgresStorage } from '@langganan/adapters-postgres'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop, type Shop } from '@langganan/core'
import { backUp, restore } from '@langganan/core/backup'
import { memoryStorage } from '@langganan/core/memory'
import { populateShop } from '@langganan/core/simulator'
import type { Storage } from '@langganan/core/storage'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

const from = new Date('2026-05-01T00:00:00+07:00')
const now = new Date('2026-07-15T08:30:00+07:00')
const later = now.getTime() + 86_400_000

const kinds = ['memory', 'SQLite', 'Postgres'] as const
type Kind = (typeof kinds)[number]

const directions = kinds.flatMap((source) =>
  kinds.filter((target) => target !== source).map((target) => ({ source, target })),
)

describe('law 11, portable between databases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'langganan-portable-'))
  const storages = new Map<Kind, Storage>()
  const storageOf = (kind: Kind): Storage => storages.get(kind) ?? memoryStorage()

  beforeAll(async () => {
    storages.set('memory', memoryStorage())
    storages.set('SQLite', sqliteStorage({ filename: join(folder, 'shop.db') }))
    const schema = `t${randomBytes(8).toString('hex')}`
    storages.set('Postgres', postgresStorage({ connectionString: inject('postgres'), schema }))
    const shop = await opened(storageOf('memory'), 'begun', now.getTime())
    await populateShop(shop, { seed: 'portable', customers: 30, from, until: now })
    const whole = await backupOf(storageOf('memory'), 'begun')
    for (const [kind, storage] of storages) await restored(storage, whole, `of ${kind}`)
  })
  afterAll(async () => {
    for (const storage of storages.values()) await storage.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(directions)('law 11: from $source into $target', async ({ source, target }) => {
    const origin = { storage: storageOf(source), id: `of ${source}` }
    const copy = { storage: storageOf(target), id: `from ${source}` }
    await restored(copy.storage, await backupOf(origin.storage, origin.id), copy.id)
    expect(await contentOf(copy)).toEqual(await contentOf(origin))
    const again = { storage: origin.storage, id: `${source}, back from ${target}` }
    await restored(again.storage, await backupOf(copy.storage, copy.id), again.id)
    expect(await contentOf(again)).toEqual(await contentOf(origin))
    await liveOn(copy)
    await liveOn(again)
    expect(await contentOf(copy)).toEqual(await contentOf(again))
    const shop = await opened(copy.storage, copy.id, later)
    expect(await shop.verify()).toEqual({ sound: true, findings: [] })
  })
})

interface Place {
  readonly storage: Storage
  readonly id: string
}

/** The same calls with the same clock and chance, whichever shop it is. */
async function liveOn({ storage, id }: Place): Promise<void> {
  const shop = await opened(storage, id, later)
  const lines = [{ product: 'KOPI-GAYO', quantity: 2, price: 98_000 }]
  const customer = { name: 'Sari', phone: '0812-3456-7890' }
  await shop.transactions.record({ customer, orderId: 'INV-LATER', lines, paid: true })
  await shop.tags.create({ name: 'Besar', where: 'ltv >= 500_000' })
  await shop.tick()
}

function opened(storage: Storage, id: string, at: number): Promise<Shop> {
  let drawn = 0
  return openShop({
    id,
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage,
    clock: () => at,
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => (drawn = (drawn * 31 + 7) % 251)),
  })
}

async function backupOf(storage: Storage, id: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of backUp(storage, id, { clock: () => 0 })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The lines of a shop's backup, but for the one that names the shop and the one that sums all up. */
async function contentOf({ storage, id }: Place): Promise<readonly string[]> {
  const backup = await backupOf(storage, id)
  return gunzipSync(backup).toString('utf8').split('\n').slice(1, -2)
}

async function restored(storage: Storage, backup: Buffer, shopId: string): Promise<void> {
  await restore(storage, once(backup), { shopId })
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
