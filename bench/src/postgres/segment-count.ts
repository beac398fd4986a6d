import { interleaved } from '../measure.ts'
import { emptyShop, shopId } from '../recorded-orders.ts'
import type { Result } from '../result.ts'
import { counted, countResult, fillForCount, from, segment } from '../segment-count.ts'
import type { Server } from './server.ts'

/** Counting a segment on facts, against adding the payments up, over 500,000 transactions. */
export async function segmentCount(server: Server, repetitions: number): Promise<Result> {
  const schema = server.newSchema()
  const shop = await emptyShop(server.storage(schema))
  await fillForCount(shop)
  const client = await server.connect(schema)
  await client.query('vacuum analyze')
  const aggregate = async () => {
    const values = [shopId, from]
    const { rows } = await client.query<{ count: string }>({ name: 'sum', text: added, values })
    return Number(rows[0]?.count)
  }
  await counted(shop, await aggregate())
  const times = await interleaved(
    [
      { name: 'ours', prepare: async () => async () => void (await shop.segments.count(segment)) },
      { name: 'raw', prepare: async () => async () => void (await aggregate()) },
    ],
    repetitions,
  )
  await client.end()
  await shop.close()
  return countResult(times)
}

const added = `select count(*) as count from (
  select customer_id from payments where shop_id = $1
  group by customer_id having sum(case kind when 'payment' then book_amount else -book_amount end) >= $2)`
