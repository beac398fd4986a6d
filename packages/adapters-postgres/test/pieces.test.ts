/** A schema whose tables are cut into pieces, as the guide to one very large shop says. */
import { tableName } from '@langganan/adapters-kysely'
import { openShop, type Shop } from '@langganan/core'
import { backUp, restore } from '@langganan/core/backup'
import { memoryStorage } from '@langganan/core/memory'
import { type Storage, tableNames, tables } from '@langganan/core/storage'
import { populateShop, storageKit } from '@langganan/core/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { cutting, makePieces } from './support/pieces.ts'
import { ask, emptiedStorages, newSchema, openStorage } from './support/storages.ts'

const now = new Date('2026-07-15T08:30:00+07:00')

storageKit({
  name: 'Postgres in pieces',
  open: emptiedStorages(postgresStorage, { prepare: makePieces }),
  predicates: 200,
})

function openKopi(storage: Storage): Promise<Shop> {
  const clock = () => now.getTime()
  return openShop({ id: 'kopi', currency: 'IDR', timeZone: 'Asia/Jakarta', storage, clock })
}

async function simulate(shop: Shop): Promise<void> {
  const from = new Date('2026-05-01T00:00:00+07:00')
  await populateShop(shop, { seed: 'pieces', customers: 30, from, until: now })
}

/** The same bytes for the same shop. */
async function backupOf(storage: Storage): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of backUp(storage, 'kopi', { clock: () => 0 })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

describe('a shop in pieces', () => {
  let whole: Buffer

  beforeAll(async () => {
    const storage = memoryStorage()
    await simulate(await openKopi(storage))
    whole = await backupOf(storage)
  })

  test('takes what a simulated shop does, and its books and facts are right', async () => {
    const schema = newSchema()
    await makePieces(schema)
    const shop = await openKopi(openStorage({ schema }))
    await simulate(shop)
    expect(await shop.verify()).toMatchObject({ sound: true })
  })

  test('is the shop that its backup holds', async () => {
    const schema = newSchema()
    await makePieces(schema)
    const storage = openStorage({ schema })
    await restore(storage, once(whole))
    expect((await backupOf(storage)).equals(whole)).toBe(true)
  })

  test('is cut while it holds rows, and none is lost', async () => {
    const schema = newSchema()
    const storage = openStorage({ schema })
    await restore(storage, once(whole))
    await ask(cutting(schema, 4))
    expect((await backupOf(storage)).equals(whole)).toBe(true)
    expect(await (await openKopi(storage)).verify()).toMatchObject({ sound: true })
  })
})

describe('a cut schema', () => {
  test('has in pieces whatever has a customer in its key, by customer', async () => {
    const schema = newSchema()
    await makePieces(schema)
    const cut = await ask<{ name: string; key: string }>(
      `select relname as name, pg_get_partkeydef(oid) as key from pg_class
       where relnamespace = $1::regnamespace and relkind = 'p'`,
      [schema],
    )
    const byCustomer = tableNames.filter((table) =>
      tables[table].key.some((column) => column === 'customerId'),
    )
    const keys = new Map(cut.map(({ name, key }) => [name, key]))
    expect(byCustomer.length).toBeGreaterThan(9)
    for (const table of byCustomer) {
      expect([table, keys.get(tableName('', table))]).toEqual([table, 'HASH (customer_id)'])
    }
    expect(keys.get('customers')).toBe('HASH (id)')
  })

  test('keeps the indexes of the storage, by their names', async () => {
    const [whole, schema] = [newSchema(), newSchema()]
    await openStorage({ schema: whole }).shopIds()
    await makePieces(schema)
    expect(await indexesOf(schema)).toEqual(await indexesOf(whole))
  })

  test('is read in one piece where one customer is asked for', async () => {
    const schema = newSchema()
    await makePieces(schema)
    const read = async (statement: string): Promise<Set<string>> => {
      const plan = await ask<{ 'QUERY PLAN': string }>(`explain (costs off) ${statement}`)
      const lines = plan.map((line) => line['QUERY PLAN']).join('\n')
      return new Set([...lines.matchAll(/ on (\w+_\d)\b/g)].map(([, piece = '']) => piece))
    }
    const at = (table: string): string => `${schema}.${table}`
    const facts = `select from ${at('facts')} where shop_id = 'kopi' and customer_id = 'c1'`
    expect(await read(facts)).toHaveProperty('size', 1)
    const joined = `select from ${at('facts')} as f join ${at('customers')} as c
      on c.shop_id = f.shop_id and c.id = f.customer_id
      where f.shop_id = 'kopi' and f.customer_id = 'c1'`
    const [one, other, ...more] = [...(await read(joined))].map((piece) => piece.split('_')[1])
    expect([one, more]).toEqual([other, []])
    const payments = `select from ${at('payments')} where shop_id = 'kopi' and customer_id = 'c1'`
    expect(await read(payments)).toHaveProperty('size', 3)
  })
})

/** The indexes of a schema's tables, not those of the pieces. */
async function indexesOf(schema: string): Promise<readonly string[]> {
  const found = await ask<{ definition: string }>(
    `select pg_get_indexdef(indexrelid) as definition from pg_index
       join pg_class as c on c.oid = indrelid
     where c.relnamespace = $1::regnamespace and not c.relispartition order by 1`,
    [schema],
  )
  return found.map(({ definition }) =>
    definition.replace(' ON ONLY ', ' ON ').replace(`${schema}.`, ''),
  )
}
