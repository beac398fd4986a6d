import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop } from '@langganan/core'
import type { TableName } from '@langganan/core/storage'
import Database from 'better-sqlite3'
import { selected } from './columns.ts'
import { madeUpOrders } from './orders.ts'
import { type Reads, readsCompared } from './reads-compared.ts'
import type { Result } from './result.ts'
import { scratchFile } from './scratch.ts'

const reads = 20_000
const shopId = 'bench'

/** Rows by key through the storage port and whole customers through the shop, against the raw driver. */
export async function pointReads(repetitions: number): Promise<Result[]> {
  const filename = scratchFile()
  const storage = sqliteStorage({ filename })
  const shop = await openShop({ id: shopId, currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
  await shop.transactions.recordMany(madeUpOrders(2_000, 1, 2_000))
  const raw = rawReads(filename)

  const comparisons: readonly Reads[] = [
    {
      name: 'point read of a row by key',
      against: 'the raw driver, one prepared statement, all in one transaction too',
      ours: () =>
        storage.transaction(shopId, 'read', async (tx) => {
          for (const id of raw.ids) await tx.get('facts', [[id]])
        }),
      theirs: () => raw.inTransaction(() => raw.ids.map(raw.facts)),
    },
    {
      name: 'the same, each in a transaction of its own',
      against: 'the raw driver, begin and commit around each',
      ours: async () => {
        for (const id of raw.ids) {
          await storage.transaction(shopId, 'read', (tx) => tx.get('facts', [[id]]))
        }
      },
      theirs: () => raw.ids.map((id) => raw.inTransaction(() => raw.facts(id))),
    },
    {
      name: 'point read of a whole customer',
      against: 'the raw driver, the same three reads in one transaction',
      ours: async () => {
        for (const id of raw.ids) await shop.customers.get(id)
      },
      theirs: () => raw.ids.map((id) => raw.inTransaction(() => raw.customer(id))),
    },
  ]
  const results: Result[] = []
  for (const comparison of comparisons)
    results.push(await readsCompared(comparison, reads, repetitions))
  raw.close()
  await shop.close()
  return results
}

/**
 * Reads as one would write them by hand. Parameters are cast, as ours are: this build of SQLite plans
 * a statement anew for each value that it compares an indexed column with, unless it is an expression.
 */
function rawReads(filename: string) {
  const database = new Database(filename)
  const select = (table: TableName, key: string, order = '') =>
    database.prepare(
      `select ${selected(table)} from ${table} where shop_id = cast(? as text) and ${key} = cast(? as text) ${order}`,
    )
  const facts = select('facts', 'customer_id')
  const customers = select('customers', 'id')
  const identities = select('identities', 'customer_id', 'order by kind, position')
  const attributes = select('attributes', 'customer_id', 'order by field, position')
  const begin = database.prepare('begin')
  const commit = database.prepare('commit')
  const known = database.prepare<[], { id: string }>('select id from customers').all()
  return {
    /** As many as there are reads, in no order of theirs. */
    ids: Array.from({ length: reads }, (_, i) => known[(i * 7_919) % known.length]?.id ?? ''),
    facts: (id: string) => facts.all(shopId, id),
    customer: (id: string) => [
      customers.all(shopId, id),
      identities.all(shopId, id),
      attributes.all(shopId, id),
    ],
    inTransaction<T>(work: () => T): T {
      begin.run()
      const answer = work()
      commit.run()
      return answer
    },
    close: () => database.close(),
  }
}
