import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresStorage } from '../../src/index.ts'
import { ask, databaseUrl } from './storages.ts'

const page = join(import.meta.dirname, '../../../../docs/guides/one-large-shop.md')

/** The block of the guide that cuts the tables of a schema into pieces. */
export function cutting(schema: string, pieces: number): string {
  const block = /```sql\n(.*?)```/s.exec(readFileSync(page, 'utf8'))?.[1] ?? ''
  return block
    .replace('search_path = langganan', `search_path = ${schema}`)
    .replace('by_column, 16 from', `by_column, ${pieces} from`)
    .replace(/^analyze;$/m, '')
}

/** Makes the tables of a schema, and cuts them. */
export async function makePieces(schema: string, pieces = 3): Promise<void> {
  const storage = postgresStorage({ connectionString: databaseUrl(), schema })
  await storage.shopIds()
  await storage.close()
  await ask(cutting(schema, pieces))
}
