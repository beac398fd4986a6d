import type { RowChanges } from '@langganan/core/storage'
import { interleaved } from '../measure.ts'
import { madeUpOrders } from '../orders.ts'
import { emptyShop, ingestResult, recordAll, rowsOf, shopId } from '../recorded-orders.ts'
import type { Result } from '../result.ts'
import { rawWriter } from './raw-writer.ts'
import type { Server } from './server.ts'

/** Recording many orders, against `unnest` and `on conflict` by hand, which write the very same rows. */
export async function ingest(server: Server, repetitions: number): Promise<Result> {
  const orders = madeUpOrders(3_000, 20, 800)
  const rows = await rowsOf(orders, server.storage(server.newSchema()))
  const times = await interleaved(
    [
      {
        name: 'ours',
        prepare: async () => recordAll(await emptyShop(server.storage(server.newSchema())), orders),
      },
      { name: 'raw', prepare: () => writeAll(server, rows) },
    ],
    repetitions,
  )
  return ingestResult(times, rows, {
    name: 'ingest into Postgres, idempotent',
    atLeast: 0.85,
    against: '`unnest` and `on conflict` by hand, writing the same rows',
  })
}

async function writeAll(server: Server, rows: RowChanges[][]): Promise<() => Promise<void>> {
  const schema = server.newSchema()
  await (await emptyShop(server.storage(schema))).close()
  const client = await server.connect(schema)
  await client.query('delete from events')
  const write = rawWriter(client, shopId)
  return async () => {
    for (const changes of rows) await write(changes)
    await client.end()
  }
}
