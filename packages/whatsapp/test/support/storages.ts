import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresStorage } from '@langganan/adapters-postgres'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { memoryStorage } from '@langganan/core/memory'
import type { Storage } from '@langganan/core/storage'
import { inject, onTestFinished } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database that tests may fill as they like. */
    readonly postgres: string
  }
}

export type StorageName = 'memory' | 'sqlite' | 'postgres'

export const storageNames: readonly StorageName[] = ['memory', 'sqlite', 'postgres']

/** Each opens an empty storage, which is closed and gone when the test ends. */
export const storages: Readonly<Record<StorageName, () => Storage>> = {
  memory: () => memoryStorage(),
  sqlite() {
    const directory = mkdtempSync(join(tmpdir(), 'langganan-'))
    const storage = sqliteStorage({ filename: join(directory, 'shop.db') })
    onTestFinished(async () => {
      await storage.close()
      rmSync(directory, { recursive: true, force: true })
    })
    return storage
  },
  postgres() {
    const schema = `w${randomBytes(8).toString('hex')}`
    const storage = postgresStorage({ connectionString: inject('postgres'), schema })
    onTestFinished(() => storage.close())
    return storage
  },
}
