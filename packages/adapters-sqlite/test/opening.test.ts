import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkVersion } from '../src/database/check-version.ts'
import { openDatabase } from '../src/database/open-database.ts'
import type { SqliteDatabase } from '../src/database/sqlite-database.ts'
import { SqliteConnection } from '../src/dialect/sqlite-connection.ts'
import { sqliteStorage } from '../src/index.ts'
import { drivers } from './support/drivers.ts'
import { groups, insertGroup } from './support/rows.ts'
import { temporaryFile } from './support/temporary-file.ts'

describe.each(drivers)('a file opened by %s', (driver) => {
  test('is durable each time, whatever it was left with', async () => {
    const filename = temporaryFile()
    for (const _ of [1, 2]) {
      const database = await openDatabase({ filename, driver, busyTimeoutMs: 1_234 })
      expect(pragma(database, 'journal_mode')).toBe('wal')
      expect(pragma(database, 'synchronous')).toBe(2)
      expect(pragma(database, 'foreign_keys')).toBe(1)
      expect(pragma(database, 'trusted_schema')).toBe(0)
      expect(pragma(database, 'busy_timeout')).toBe(1_234)
      database.close()
    }
  })

  test('waits as long as it was told after a write too', async () => {
    const database = await openDatabase({ filename: temporaryFile(), driver, busyTimeoutMs: 77 })
    const connection = new SqliteConnection(database, 77)
    await connection.begin('write')
    connection.runNow('commit', [])
    expect(pragma(database, 'busy_timeout')).toBe(77)
    database.close()
  })

  test('that is no database is refused with the cause', async () => {
    const filename = temporaryFile()
    const content = 'no database, but longer than the header of one. '.repeat(20)
    writeFileSync(filename, content)
    const storage = sqliteStorage({ filename, driver })
    await expect(storage.shopIds()).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      field: 'filename',
      message: expect.stringContaining('not a SQLite database'),
      cause: expect.objectContaining({ message: expect.stringContaining('not a database') }),
    })
    await storage.close()
    expect(readFileSync(filename, 'utf8')).toBe(content)
    expect(readdirSync(dirname(filename))).toEqual([basename(filename)])
  })

  test('in a directory that is not there can be opened once it is', async () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename: join(filename, 'shop.db'), driver })
    for (const _ of [1, 2]) {
      await expect(storage.shopIds()).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'filename',
        message: 'The option filename is in a folder that does not exist: make the folder first.',
        cause: expect.any(Error),
      })
    }
    mkdirSync(filename)
    expect(await storage.shopIds()).toEqual([])
    await storage.close()
  })
})

describe('options', () => {
  test.each([
    [{ filename: '' }, 'filename'],
    [{ filename: 'x', busyTimeoutMs: -1 }, 'busyTimeoutMs'],
    [{ filename: 'x', busyTimeoutMs: 1.5 }, 'busyTimeoutMs'],
    [{ filename: 'x', busyTimeoutMs: Number.NaN }, 'busyTimeoutMs'],
    [{}, 'filename'],
    [{ filename: 'x', driver: 'sqlite3' }, 'driver'],
    [undefined, undefined],
    [null, undefined],
    ['shop.db', undefined],
    [{ filename: undefined }, 'filename'],
    [{ filename: 5 }, 'filename'],
    [{ memory: false }, 'memory'],
    [{ filename: 'x', memory: true }, 'memory'],
    [{ database: {} }, 'database'],
    [{ database: null }, 'database'],
    [{ database: { prepare: () => undefined }, busyTimeoutMs: 5 }, 'busyTimeoutMs'],
  ])('%o are refused at once', (options, field) => {
    const open = (): unknown => Reflect.apply(sqliteStorage, undefined, [options])
    expect(open).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
  })

  test('an unknown one is refused with the nearest that is known', () => {
    const open = (): unknown =>
      Reflect.apply(sqliteStorage, undefined, [{ fileName: 'x', busyTimeout: 5 }])
    expect(open).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        field: 'fileName',
        message:
          'fileName: there is no such option. Did you mean "filename"? The options are filename, memory, database, driver, busyTimeoutMs, prefix.',
      }),
    )
  })

  test('nothing is opened before the first call', async () => {
    const filename = join(temporaryFile(), 'nowhere', 'shop.db')
    await expect(sqliteStorage({ filename }).close()).resolves.toBeUndefined()
  })

  test('callers who come together open and migrate once', async () => {
    const storage = sqliteStorage({ memory: true })
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => insertGroup(storage, id)))
    expect(await groups(storage)).toHaveLength(4)
    await storage.close()
  })

  test(':memory: is a database in memory', async () => {
    const storage = sqliteStorage({ filename: ':memory:' })
    await insertGroup(storage, 'a')
    expect(await groups(storage)).toHaveLength(1)
    await storage.close()
  })
})

test.each(['3.51.2', '3.50.9', '2.99.99', 'unknown'])('SQLite %s is too old', (version) => {
  const failing = (): void => checkVersion(ofVersion(version))
  expect(failing).toThrow(expect.objectContaining({ code: 'STORAGE_UNSAFE', details: { version } }))
})

test.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('SQLite %s is new enough', (version) => {
  expect(() => checkVersion(ofVersion(version))).not.toThrow()
})

function ofVersion(version: string): SqliteDatabase {
  const statement = {
    isReader: true,
    all: () => [{ version }],
    run: () => 0,
    runEach: () => undefined,
  }
  return { isInTransaction: false, prepare: () => statement, close: () => undefined }
}

function pragma(database: SqliteDatabase, name: string): unknown {
  const [row] = database.prepare(`pragma ${name}`).all([])
  return Object.values(row ?? {})[0]
}
