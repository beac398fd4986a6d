import type { TableName } from '@langganan/core/storage'
import type { Client } from 'pg'
import { selected } from '../columns.ts'
import { madeUpOrders } from '../orders.ts'
import { type Reads, readsCompared } from '../reads-compared.ts'
import { emptyShop, shopId } from '../recorded-orders.ts'
import type { Result } from '../result.ts'
import type { Server } from './server.ts'

const reads = 5_000

/** Rows by key through the storage port and whole customers through the shop, against the raw driver. */
export async function pointReads(server: Server, repetitions: number): Promise<Result[]> {
  const schema = server.newSchema()
  const storage = server.storage(schema)
  const shop = await emptyShop(storage)
  await shop.transactions.recordMany(madeUpOrders(2_000, 1, 2_000))
  const client = await server.connect(schema)
  await client.query('analyze')
  const raw = await rawReads(client)

  const comparisons: readonly Reads[] = [
    {
      name: 'point read of a row by key',
      against: 'the raw driver, a named statement, all in one transaction too',
      ours: () =>
        storage.transaction(shopId, 'read', async (tx) => {
          for (const id of raw.ids) await tx.get('facts', [[id]])
        }),
      theirs: () =>
        raw.inTransaction(async () => {
          for (const id of raw.ids) await raw.facts(id)
        }),
    },
    {
      name: 'the same, each in a transaction of its own',
      against: 'the raw driver, begin and commit around each',
      ours: async () => {
        for (const id of raw.ids)
          await storage.transaction(shopId, 'read', (tx) => tx.get('facts', [[id]]))
      },
      theirs: async () => {
        for (const id of raw.ids) await raw.inTransaction(() => raw.facts(id))
      },
    },
    {
      name: 'point read of a whole customer',
      against: 'the raw driver, the same three reads in one transaction',
      ours: async () => {
        for (const id of raw.ids) await shop.customers.get(id)
      },
      theirs: async () => {
        for (const id of raw.ids) await raw.inTransaction(() => raw.customer(id))
      },
    },
  ]
  const results: Result[] = []
  for (const comparison of comparisons)
    results.push(await readsCompared(comparison, reads, repetitions))
  await client.end()
  await shop.close()
  return results
}

/** Reads as one would write them by hand, prepared once by their names. */
async function rawReads(client: Client) {
  const select = (table: TableName, key: string, order = '') => {
    const text = `select ${selected(table)} from ${table} where shop_id = $1 and ${key} = $2 ${order}`
    return (id: string) => client.query({ name: table, text, values: [shopId, id] })
  }
  const facts = select('facts', 'customer_id')
  const customers = select('customers', 'id')
  const identities = select('identities', 'customer_id', 'order by kind, position')
  const attributes = select('attributes', 'customer_id', 'order by field, position')
  const { rows: known } = await client.query<{ id: string }>('select id from customers')
  return {
    /** As many as there are reads, in no order of theirs. */
    ids: Array.from({ length: reads }, (_, i) => known[(i * 7_919) % known.length]?.id ?? ''),
    facts,
    customer: async (id: string) => [
      await customers(id),
      await identities(id),
      await attributes(id),
    ],
    async inTransaction<T>(work: () => Promise<T>): Promise<T> {
      await client.query('begin isolation level repeatable read, read only')
      const answer = await work()
      await client.query('commit')
      return answer
    },
  }
}
