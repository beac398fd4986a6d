import { kyselyStorage } from '@langganan/adapters-kysely'
import type { Rows } from '@langganan/core/storage'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../src/database/open-database.ts'
import type { SqliteDatabase } from '../src/database/sqlite-database.ts'
import { SqliteDialect } from '../src/dialect/sqlite-dialect.ts'
import type { SqliteSource } from '../src/dialect/sqlite-driver.ts'
import { hostTransaction } from '../src/host-transaction.ts'
import { sqliteStorage } from '../src/index.ts'
import { sqliteFlavor } from '../src/sqlite-flavor.ts'
import { drivers } from './support/drivers.ts'
import { count, groupRow, groups, increment, insertGroup, nothing } from './support/rows.ts'
import { temporaryFile } from './support/temporary-file.ts'

describe.each(drivers)('by %s', (driver) => {
  test('a lock held for too long is STORAGE_BUSY, and the process goes on meanwhile', async () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename, driver, busyTimeoutMs: 200 })
    await insertGroup(storage, 'a')
    const other = await openDatabase({ filename, driver, busyTimeoutMs: 0 })
    other.prepare('begin immediate').run([])
    let ticks = 0
    const ticking = setInterval(() => {
      ticks += 1
    }, 5)
    await expect(insertGroup(storage, 'b')).rejects.toMatchObject({
      code: 'STORAGE_BUSY',
      cause: expect.any(Error),
    })
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(5)
    expect(await groups(storage)).toHaveLength(1)
    other.prepare('rollback').run([])
    await insertGroup(storage, 'c')
    expect(await groups(storage)).toHaveLength(2)
    other.close()
    await storage.close()
  })

  test('two storages in one process wait for each other', async () => {
    const filename = temporaryFile()
    const storages = [1, 2].map(() => sqliteStorage({ filename, driver }))
    await Promise.all(
      storages.flatMap((storage) => Array.from({ length: 25 }, () => increment(storage))),
    )
    for (const storage of storages) expect(await count(storage)).toBe(50)
    for (const storage of storages) await storage.close()
  })

  test('a transaction reads one state, whatever others write meanwhile', async () => {
    const filename = temporaryFile()
    const [one, two] = [sqliteStorage({ filename, driver }), sqliteStorage({ filename, driver })]
    await insertGroup(one, 'a')
    await one.transaction('kopi', 'read', async (tx) => {
      expect(await tx.scan('groups', null, 10)).toHaveLength(1)
      await insertGroup(two, 'b')
      expect(await tx.scan('groups', null, 10)).toHaveLength(1)
    })
    expect(await groups(one)).toHaveLength(2)
    await one.close()
    await two.close()
  })

  test('a sum beyond 64 bits is AMOUNT_OVERFLOW, for the transaction too', async () => {
    const storage = sqliteStorage({ memory: true, driver })
    const postings = Array.from({ length: 1_025 }, (_, position): Rows['postings'] => ({
      entryId: 'e',
      position,
      account: 'cash',
      currency: 'IDR',
      amount: Number.MAX_SAFE_INTEGER,
      bookAmount: 0,
    }))
    const overflow = { code: 'AMOUNT_OVERFLOW' }
    const writing = storage.transaction('kopi', 'write', async (tx) => {
      await tx.apply({ ...nothing, insert: { postings } })
      await expect(tx.report('trialBalance', {})).rejects.toMatchObject(overflow)
    })
    await expect(writing).rejects.toMatchObject(overflow)
    await storage.close()
  })

  test('a value of the wrong type is refused by the schema', async () => {
    const storage = sqliteStorage({ memory: true, driver })
    const row = { ...groupRow('a') }
    Object.assign(row, { createdAt: 'yesterday' })
    await expect(
      storage.transaction('kopi', 'write', (tx) =>
        tx.apply({ ...nothing, insert: { groups: [row] } }),
      ),
    ).rejects.toMatchObject({ code: 'STORAGE_FAILED', cause: expect.any(Error) })
    await storage.close()
  })

  test('a broken rollback hides no error and spoils no later transaction', async () => {
    const filename = temporaryFile()
    const opened: SqliteDatabase[] = []
    const source: SqliteSource = {
      isOurs: true,
      busyTimeoutMs: 100,
      open: async () => {
        const database = await openDatabase({ filename, driver, busyTimeoutMs: 100 })
        opened.push(database)
        return opened.length === 1 ? withoutRollback(database) : database
      },
    }
    const storage = kyselyStorage({
      db: new Kysely<unknown>({ dialect: new SqliteDialect(source) }),
      flavor: sqliteFlavor,
      hostTransaction,
    })
    const broken = new Error('broken')
    const failing = storage.transaction('kopi', 'write', async (tx) => {
      await tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
      throw broken
    })
    await expect(failing).rejects.toBe(broken)
    await insertGroup(storage, 'b')
    expect(await groups(storage)).toEqual([groupRow('b')])
    expect(opened).toHaveLength(2)
    await storage.close()
  })
})

test('a host whose connection cannot roll back is told so at its next call', async () => {
  const connection = new Database(':memory:')
  const storage = sqliteStorage({
    database: {
      get inTransaction() {
        return connection.inTransaction
      },
      prepare(sql) {
        if (sql === 'rollback') throw new Error('The disk is gone.')
        return connection.prepare(sql)
      },
      close: () => undefined,
    },
  })
  const broken = new Error('broken')
  const failing = storage.transaction('kopi', 'write', () => Promise.reject(broken))
  await expect(failing).rejects.toBe(broken)
  await expect(insertGroup(storage, 'a')).rejects.toMatchObject({ code: 'STORAGE_BUSY' })
  connection.exec('rollback')
  await insertGroup(storage, 'a')
  expect(await groups(storage)).toEqual([groupRow('a')])
})

test('a full disk undoes the call and leaves what was there', async () => {
  const connection = new Database(temporaryFile())
  connection.pragma('synchronous = full')
  const storage = sqliteStorage({ database: connection })
  await insertGroup(storage, 'a')
  const pages = Number(connection.pragma('page_count', { simple: true }))
  connection.pragma(`max_page_count = ${pages + 5}`)
  const many = Array.from({ length: 5_000 }, (_, i) => groupRow(`group ${i}`))
  await expect(
    storage.transaction('kopi', 'write', (tx) =>
      tx.apply({ ...nothing, insert: { groups: many } }),
    ),
  ).rejects.toMatchObject({ code: 'STORAGE_FAILED', cause: { code: 'SQLITE_FULL' } })
  expect(await groups(storage)).toEqual([groupRow('a')])
  connection.pragma(`max_page_count = ${pages + 5_000}`)
  await insertGroup(storage, 'b')
  expect(await groups(storage)).toHaveLength(2)
  connection.close()
})

test('regression: a commit that failed at the disk is not said to have left nothing', async () => {
  const connection = new Database(':memory:')
  let isFailing = false
  const storage = sqliteStorage({
    database: {
      get inTransaction() {
        return connection.inTransaction
      },
      prepare(sql) {
        const statement = connection.prepare(sql)
        return {
          reader: statement.reader,
          safeIntegers: (on) => statement.safeIntegers(on),
          all: (...parameters: unknown[]) => statement.all(...parameters),
          run(...parameters: unknown[]) {
            const answer = statement.run(...parameters)
            if (!(isFailing && sql === 'commit')) return answer
            throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })
          },
        }
      },
      close: () => undefined,
    },
  })
  await insertGroup(storage, 'a')
  isFailing = true
  await expect(insertGroup(storage, 'b')).rejects.toMatchObject({ code: 'STORAGE_OUTCOME_UNKNOWN' })
  isFailing = false
  expect(await groups(storage)).toHaveLength(2)
})

function withoutRollback(database: SqliteDatabase): SqliteDatabase {
  return {
    get isInTransaction() {
      return database.isInTransaction
    },
    prepare(sql) {
      if (sql === 'rollback') throw new Error('The disk is gone.')
      return database.prepare(sql)
    },
    close: () => database.close(),
  }
}
