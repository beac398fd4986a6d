import { sqliteStorage } from '@langganan/adapters-sqlite'
import type { Shop } from '@langganan/core'
import Database from 'better-sqlite3'
import { interleaved, median, spread, type Times } from './measure.ts'
import { madeUpOrders } from './orders.ts'
import { emptyShop, shopId } from './recorded-orders.ts'
import type { Result } from './result.ts'
import { scratchFile } from './scratch.ts'

const customers = 50_000
const transactions = 500_000
export const from = 1_000_000
export const segment = { field: 'ltv', is: '>=', value: from } as const

/** Counting a segment on facts, against adding the payments up, over 500,000 transactions. */
export async function segmentCount(repetitions: number): Promise<Result> {
  const filename = scratchFile()
  const shop = await emptyShop(sqliteStorage({ filename }))
  await fillForCount(shop)
  const database = new Database(filename)
  const aggregate = database.prepare<[string, number], { count: number }>(
    `select count(*) as count from (
       select customer_id from payments where shop_id = ?
       group by customer_id having sum(case kind when 'payment' then book_amount else -book_amount end) >= ?)`,
  )
  await counted(shop, aggregate.get(shopId, from)?.count)
  const times = await interleaved(
    [
      { name: 'ours', prepare: async () => async () => void (await shop.segments.count(segment)) },
      { name: 'raw', prepare: async () => () => void aggregate.get(shopId, from) },
    ],
    repetitions,
  )
  database.close()
  await shop.close()
  return countResult(times)
}

export async function fillForCount(shop: Shop): Promise<void> {
  const orders = madeUpOrders(transactions, 1, customers)
  for (let i = 0; i < orders.length; i += 2_000)
    await shop.transactions.recordMany(orders.slice(i, i + 2_000))
}

/** @throws Error if the segment does not have as many members as were counted in another way */
export async function counted(shop: Shop, added: number | undefined): Promise<void> {
  const onFacts = await shop.segments.count(segment)
  if (onFacts !== added) throw new Error(`The two ways disagree: ${onFacts} and ${added}.`)
}

export function countResult(times: ReadonlyMap<string, Times>): Result {
  const [ours, theirs] = [times.get('ours') ?? [], times.get('raw') ?? []]
  const ratio = median(theirs) / median(ours)
  return {
    name: `segment count on facts, ${transactions.toLocaleString('en')} transactions`,
    goal: '≥ 20 × faster',
    ratio,
    isMet: ratio >= 20,
    against: 'aggregating the payments in SQL',
    ours: { median: median(ours), spread: spread(ours), unit: 'ms' },
    theirs: { median: median(theirs), spread: spread(theirs), unit: 'ms' },
  }
}
