import { type Filling, growShops, shopId } from '../kept/grown-shop.ts'
import { type KeptShop, openKept } from '../kept/kept-shop.ts'
import { trackSegments } from '../kept/tracked-segments.ts'
import { rawWriter } from './raw-writer.ts'
import type { Server } from './server.ts'

/** Makes shops of these sizes on Postgres and opens them. */
export async function postgresShops(
  server: Server,
  sizes: readonly number[],
): Promise<readonly KeptShop[]> {
  const targets = sizes.map((customers) => ({ customers, schema: server.newSchema() }))
  await growShops(
    targets.map(({ customers, schema }) => ({ customers, fill: () => filling(server, schema) })),
    trackSegments,
  )
  const shops: KeptShop[] = []
  for (const { customers, schema } of targets)
    shops.push(await openKept(server.storage(schema), customers))
  return shops
}

async function filling(server: Server, schema: string): Promise<Filling> {
  const storage = server.storage(schema)
  await storage.shopIds()
  await storage.close()
  const client = await server.connect(schema)
  // Should this break off, the schema is thrown away.
  await client.query('set synchronous_commit = off')
  const write = rawWriter(client, shopId)
  return {
    write: (rows) => write([rows]),
    end: async () => {
      // As autovacuum leaves tables that have been there for a day.
      await client.query('vacuum analyze')
      await client.end()
    },
  }
}
