import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop } from '@langganan/core'
import { type TableName, tables } from '@langganan/core/storage'
import Database from 'better-sqlite3'
import { interleaved, median, spread } from './measure.ts'
import { madeUpOrders } from './orders.ts'
import type { Result } from './result.ts'
import { scratchFile } from './scratch.ts'

const reads = 20_000
const shopId = 'bench'

/** Reading rows by key through the storage port and whole customers through the shop, against the raw driver. */
export async function pointReads(repetitions: number): Promise<Result[]> {
  const filename = scratchFile()
  const shop = await openShop({
    id: shopId,
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: sqliteStorage({ filename }),
  })
  await shop.transactions.recordMany(madeUpOrders(2_000, 1, 2_000))
  const database = new Database(filename)
  const ids = database
    .prepare<[], { id: string }>('select id from customers')
    .all()
    .map(({ id }) => id)
  const idAt = (i: number) => ids[(i * 7_919) % ids.length] ?? ''
  const storage = sqliteStorage({ filename })

  const rawRow = database.prepare(
    `select ${columns('facts')} from facts where shop_id = ? and customer_id = ?`,
  )
  const rows = await interleaved(
    [
      {
        name: 'ours',
        prepare: async () => () =>
          storage.transaction(shopId, 'read', async (tx) => {
            for (let i = 0; i < reads; i++) await tx.get('facts', [[idAt(i)]])
          }),
      },
      {
        name: 'raw',
        prepare: async () => () => {
          for (let i = 0; i < reads; i++) rawRow.get(shopId, idAt(i))
        },
      },
    ],
    repetitions,
  )

  const rawCustomer = database.prepare(
    `select ${columns('customers')} from customers where shop_id = ? and id = ?`,
  )
  const rawIdentities = database.prepare(
    `select ${columns('identities')} from identities where shop_id = ? and customer_id = ? order by kind, position`,
  )
  const rawAttributes = database.prepare(
    `select ${columns('attributes')} from attributes where shop_id = ? and customer_id = ? order by field, position`,
  )
  const begin = database.prepare('begin')
  const commit = database.prepare('commit')
  const customers = await interleaved(
    [
      {
        name: 'ours',
        prepare: async () => async () => {
          for (let i = 0; i < reads; i++) await shop.customers.get(idAt(i))
        },
      },
      {
        name: 'raw',
        prepare: async () => () => {
          for (let i = 0; i < reads; i++) {
            begin.run()
            rawCustomer.all(shopId, idAt(i))
            rawIdentities.all(shopId, idAt(i))
            rawAttributes.all(shopId, idAt(i))
            commit.run()
          }
        },
      },
    ],
    repetitions,
  )
  database.close()
  await storage.close()
  await shop.close()
  return [
    resultOf('point read of a row by key', 'the raw driver, one prepared statement', rows),
    resultOf(
      'point read of a whole customer',
      'the raw driver, the same three reads in one transaction',
      customers,
    ),
  ]
}

function resultOf(
  name: string,
  against: string,
  times: ReadonlyMap<string, readonly number[]>,
): Result {
  const perSecond = (who: string) => (times.get(who) ?? []).map((ms) => (reads / ms) * 1_000)
  const [ours, theirs] = [perSecond('ours'), perSecond('raw')]
  const ratio = median(ours) / median(theirs)
  return {
    name,
    goal: '≥ 0.6',
    ratio,
    isMet: ratio >= 0.6,
    against,
    ours: { median: median(ours), spread: spread(ours), unit: 'reads/s' },
    theirs: { median: median(theirs), spread: spread(theirs), unit: 'reads/s' },
  }
}

function columns(table: TableName): string {
  return Object.keys(tables[table].columns)
    .map((name) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} as "${name}"`)
    .join(', ')
}
