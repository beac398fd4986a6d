import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop } from '@langganan/core'
import Database from 'better-sqlite3'
import { interleaved, median, spread } from './measure.ts'
import { madeUpOrders } from './orders.ts'
import type { Result } from './result.ts'
import { scratchFile } from './scratch.ts'

const shopId = 'bench'
const customers = 50_000
const transactions = 500_000
const from = 1_000_000

/** Counting a segment on facts, against adding the payments up, over 500,000 transactions. */
export async function segmentCount(repetitions: number): Promise<Result> {
  const filename = scratchFile()
  const shop = await openShop({
    id: shopId,
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: sqliteStorage({ filename }),
  })
  const orders = madeUpOrders(transactions, 1, customers)
  for (let i = 0; i < orders.length; i += 2_000)
    await shop.transactions.recordMany(orders.slice(i, i + 2_000))
  const database = new Database(filename)
  const aggregate = database.prepare<[string, number], { count: number }>(
    `select count(*) as count from (
       select customer_id from payments where shop_id = ?
       group by customer_id having sum(case kind when 'payment' then book_amount else -book_amount end) >= ?)`,
  )
  const segment = { field: 'ltv', is: '>=', value: from } as const
  const [onFacts, added] = [await shop.segments.count(segment), aggregate.get(shopId, from)?.count]
  if (onFacts !== added) throw new Error(`The two ways disagree: ${onFacts} and ${added}.`)

  const times = await interleaved(
    [
      { name: 'ours', prepare: async () => async () => void (await shop.segments.count(segment)) },
      { name: 'raw', prepare: async () => () => void aggregate.get(shopId, from) },
    ],
    repetitions,
  )
  database.close()
  await shop.close()
  const [ours, theirs] = [times.get('ours') ?? [], times.get('raw') ?? []]
  const ratio = median(theirs) / median(ours)
  return {
    name: 'segment count on facts, 500,000 transactions',
    goal: '≥ 20 × faster',
    ratio,
    isMet: ratio >= 20,
    against: 'aggregating the payments in SQL',
    ours: { median: median(ours), spread: spread(ours), unit: 'ms' },
    theirs: { median: median(theirs), spread: spread(theirs), unit: 'ms' },
  }
}
