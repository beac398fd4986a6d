import { DatabaseSync } from 'node:sqlite'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { type HostConnection, sqliteStorage } from '../src/index.ts'
import { drivers } from './support/drivers.ts'
import { groupRow, groups, insertGroup, nothing } from './support/rows.ts'
import { temporaryFile } from './support/temporary-file.ts'

interface Host {
  readonly connection: HostConnection
  exec(sql: string): unknown
  isOpen(): boolean
}

const hosts = {
  'better-sqlite3': (filename: string): Host => {
    const connection = new Database(filename)
    return { connection, exec: (sql) => connection.exec(sql), isOpen: () => connection.open }
  },
  'node:sqlite': (filename: string): Host => {
    const connection = new DatabaseSync(filename)
    return { connection, exec: (sql) => connection.exec(sql), isOpen: () => connection.isOpen }
  },
}

describe.each(drivers)("a host's own connection of %s", (driver) => {
  const host = hosts[driver]

  test('serves several storages, whose calls take turns', async () => {
    const { connection, exec } = host(temporaryFile())
    exec('pragma journal_mode = wal; pragma synchronous = full')
    const a = sqliteStorage({ database: connection, prefix: 'a_' })
    const b = sqliteStorage({ database: connection, prefix: 'b_' })
    const again = sqliteStorage({ database: connection, prefix: 'a_' })
    const calls = Array.from({ length: 20 }, (_, i) =>
      [a, b, again].map((storage, j) => insertGroup(storage, `${i}-${j}`)),
    )
    await Promise.all(calls.flat())
    for (const [prefix, n] of [
      ['a', 40],
      ['b', 20],
    ]) {
      const counted = connection.prepare(`select count(*) as n from ${prefix}_groups`).all()
      expect(counted).toEqual([expect.objectContaining({ n })])
    }
    connection.close()
  })

  test('is used as it is and left open', async () => {
    const { connection, exec, isOpen } = host(temporaryFile())
    exec('pragma journal_mode = wal; pragma synchronous = full; create table host (x)')
    const storage = sqliteStorage({ database: connection, prefix: 'shop_' })
    await insertGroup(storage, 'a')
    await storage.close()
    expect(isOpen()).toBe(true)
    expect(connection.prepare('select count(*) as n from shop_groups').all()).toEqual([
      expect.objectContaining({ n: 1 }),
    ])
    connection.close()
  })

  test("with a table of the host's own that has one of our names asks for a prefix", async () => {
    const { connection, exec } = host(temporaryFile())
    exec('pragma journal_mode = wal; pragma synchronous = full; create table customers (x)')
    const storage = sqliteStorage({ database: connection })
    await expect(insertGroup(storage, 'a')).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      field: 'prefix',
      message: expect.stringContaining('a table customers already'),
    })
    expect(connection.prepare('select count(*) as n from sqlite_master').all()).toEqual([
      expect.objectContaining({ n: 1 }),
    ])
    await insertGroup(sqliteStorage({ database: connection, prefix: 'shop_' }), 'a')
    connection.close()
  })

  test('serves one storage after another', async () => {
    const { connection } = host(':memory:')
    for (const id of ['a', 'b']) {
      const storage = sqliteStorage({ database: connection })
      await insertGroup(storage, id)
      await storage.close()
    }
    const storage = sqliteStorage({ database: connection })
    expect(await groups(storage)).toHaveLength(2)
  })

  test.each([
    ['pragma journal_mode = wal; pragma synchronous = normal', 'synchronous is 1'],
    ['pragma synchronous = off', 'synchronous is 0'],
    ['pragma synchronous = full; pragma journal_mode = memory', 'journal_mode is memory'],
  ])('that could lose writes is refused: %s', async (settings, problem) => {
    const { connection, exec } = host(temporaryFile())
    exec(settings)
    const storage = sqliteStorage({ database: connection })
    await expect(storage.shopIds()).rejects.toMatchObject({
      code: 'STORAGE_UNSAFE',
      message: expect.stringContaining(problem),
    })
  })

  test('with a transaction of its own open is not joined', async () => {
    const { connection, exec } = host(':memory:')
    const storage = sqliteStorage({ database: connection })
    await storage.shopIds()
    exec('begin')
    await expect(insertGroup(storage, 'a')).rejects.toMatchObject({ code: 'STORAGE_BUSY' })
    exec('rollback')
    await insertGroup(storage, 'b')
    expect(await groups(storage)).toHaveLength(1)
  })
})

test('a connection that may only read cannot be migrated', async () => {
  const filename = temporaryFile()
  new Database(filename).close()
  const connection = new Database(filename, { readonly: true })
  connection.pragma('synchronous = full')
  const storage = sqliteStorage({ database: connection })
  await expect(storage.shopIds()).rejects.toMatchObject({
    code: 'STORAGE_FAILED',
    cause: expect.objectContaining({ code: 'SQLITE_READONLY' }),
  })
  connection.close()
})

test('a host that reads integers as bigints gets its own way, and the shop numbers', async () => {
  const connection = new Database(':memory:').defaultSafeIntegers(true)
  const storage = sqliteStorage({ database: connection })
  const row = { ...groupRow('a'), createdAt: Number.MAX_SAFE_INTEGER }
  await storage.transaction('kopi', 'write', (tx) =>
    tx.apply({ ...nothing, insert: { groups: [row] } }),
  )
  expect(await groups(storage)).toEqual([row])
  expect(connection.prepare('select created_at from groups').pluck().get()).toBe(
    BigInt(Number.MAX_SAFE_INTEGER),
  )
})
