import { expect, onTestFinished, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { ask, databaseUrl, newSchema, openStorage } from './support/storages.ts'

test('a server tells its version and settings, and no tables are made', async () => {
  const schema = newSchema()
  const condition = await openStorage({ schema }).inspect()
  expect(condition.version).toMatch(/^\d+/)
  expect(condition.settings).toMatchObject({
    server_encoding: 'UTF8',
    synchronous_commit: expect.any(String),
    fsync: expect.stringMatching(/^(on|off)$/),
    full_page_writes: expect.stringMatching(/^(on|off)$/),
    data_checksums: expect.stringMatching(/^(on|off)$/),
  })
  expect(await ask('select from pg_namespace where nspname = $1', [schema])).toEqual([])
})

test('it is told as this connection has it', async () => {
  const connection = { connectionString: databaseUrl(), options: '-c synchronous_commit=local' }
  const storage = postgresStorage({ connection })
  onTestFinished(() => storage.close())
  expect((await storage.inspect()).settings).toMatchObject({ synchronous_commit: 'local' })
})

test('a server that lets nobody in is the error of any call', async () => {
  const url = new URL(databaseUrl())
  url.pathname = '/kopi'
  const storage = postgresStorage({ connectionString: url.href })
  onTestFinished(() => storage.close())
  await expect(storage.inspect()).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
})
