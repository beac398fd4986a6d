import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kyselyStorage } from '@langganan/adapters-kysely'
import { FaultPoints, type FaultyStorage } from '@langganan/core/testing'
import { Kysely } from 'kysely'
import { openDatabase } from '../../src/database/open-database.ts'
import type { SqliteDatabase, SqliteStatement } from '../../src/database/sqlite-database.ts'
import { SqliteDialect } from '../../src/dialect/sqlite-dialect.ts'
import { hostTransaction } from '../../src/host-transaction.ts'
import { type SqliteDriverName, sqliteStorage } from '../../src/index.ts'
import { sqliteFlavor } from '../../src/sqlite-flavor.ts'

/**
 * A file of its own, whose statements can fail as by a broken disk: before they run, or when they have
 * run. Each row of a statement that runs for many is a point.
 */
export function faultySqlite(driver: SqliteDriverName): FaultyStorage {
  const directory = mkdtempSync(join(tmpdir(), 'langganan-'))
  const filename = join(directory, 'shop.db')
  const points = new FaultPoints<Way>()
  const open = async (): Promise<SqliteDatabase> => {
    const database = await openDatabase({ filename, driver, busyTimeoutMs: 5_000 })
    return faultyDatabase(database, points)
  }
  const source = { isOurs: true, busyTimeoutMs: 5_000, open }
  const db = new Kysely<unknown>({ dialect: new SqliteDialect(source) })
  const storage = kyselyStorage({ db, flavor: sqliteFlavor, hostTransaction })
  const observer = sqliteStorage({ filename, driver })
  return {
    storage,
    observer,
    ways,
    failAt: (point, way) => points.failAt(point, way === 'before' ? 'before' : 'after'),
    heal: () => points.heal(),
    async close() {
      await storage.close()
      await observer.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const ways = ['before', 'after'] as const
type Way = (typeof ways)[number]

function faultyDatabase(inner: SqliteDatabase, points: FaultPoints<Way>): SqliteDatabase {
  return {
    get isInTransaction() {
      return inner.isInTransaction
    },
    prepare: (sql) =>
      sql.startsWith('pragma')
        ? inner.prepare(sql)
        : faultyStatement(inner.prepare(sql), sql, points),
    close: () => inner.close(),
  }
}

function faultyStatement(
  inner: SqliteStatement,
  sql: string,
  points: FaultPoints<Way>,
): SqliteStatement {
  function between<T>(run: () => T): T {
    const way = points.pass(sql === 'commit')
    if (way === 'before') throw diskError()
    const answer = run()
    if (way === 'after') throw diskError()
    return answer
  }
  function* each(rows: Iterable<readonly unknown[]>): Generator<readonly unknown[]> {
    for (const row of rows) {
      const way = points.pass(false)
      if (way === 'before') throw diskError()
      yield row
      if (way === 'after') throw diskError()
    }
  }
  return {
    isReader: inner.isReader,
    all: (parameters) => between(() => inner.all(parameters)),
    run: (parameters) => between(() => inner.run(parameters)),
    runEach: (rows) => inner.runEach(each(rows)),
  }
}

function diskError(): Error {
  return Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' })
}
