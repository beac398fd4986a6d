import { Pool, type PoolConfig } from 'pg'
import type { PoolSource } from './dialect/postgres-driver.ts'

/** Milliseconds that a call waits for a connection where the host says nothing. */
const patience = 10_000

function ignored(): void {
  // What was asked on the connection fails by itself.
}

/** A pool that the storage opens with its first call and closes itself. */
export function ownPool(config: PoolConfig): PoolSource {
  const pool = new Pool({ connectionTimeoutMillis: patience, keepAlive: true, ...config })
  // A connection that is lost while nobody uses it is replaced by the pool; without a listener its
  // error would end the process.
  pool.on('error', ignored)
  // The same between the pool and whoever takes the connection, where neither listens yet.
  pool.on('connect', (client) => client.on('error', ignored))
  let closing: Promise<void> | undefined
  return {
    pool,
    close: () => {
      closing ??= pool.end()
      return closing
    },
  }
}
