import type { Client } from 'pg'
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
  await client.query(`set maintenance_work_mem = '512MB'`)
  const makeIndexes = await withoutIndexes(client)
  const write = rawWriter(client, shopId)
  return {
    write: (rows) => write([rows]),
    end: async () => {
      await makeIndexes()
      // As autovacuum leaves tables that have been there for a day.
      await client.query('vacuum analyze')
      await client.end()
    },
  }
}

/** Drops all indexes but the keys, which are made in one go when the rows are there. */
async function withoutIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and indexname not in (
      select conname from pg_constraint where connamespace = current_schema()::regnamespace)`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return async () => {
    for (const { definition } of indexes) await client.query(definition)
  }
}
