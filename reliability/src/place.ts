import type { Storage } from '@langganan/core/storage'

/** Where a database is, in words that one process can tell another. */
export type Place =
  | { readonly kind: 'sqlite'; readonly filename: string }
  | { readonly kind: 'postgres'; readonly connectionString: string; readonly schema: string }

/** Opens the storage there. A process loads no driver but the one that it needs. */
export async function openPlace(place: Place): Promise<Storage> {
  if (place.kind === 'sqlite') {
    const { sqliteStorage } = await import('@langganan/adapters-sqlite')
    return sqliteStorage({ filename: place.filename, busyTimeoutMs: 60_000 })
  }
  const { postgresStorage } = await import('@langganan/adapters-postgres')
  const { connectionString, schema } = place
  return postgresStorage({ connection: { connectionString, max: 5 }, schema })
}
