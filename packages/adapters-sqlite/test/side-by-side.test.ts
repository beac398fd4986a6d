import { type FailureKind, kyselyStorage, type SqlFlavor } from '@langganan/adapters-kysely'
import type { Storage } from '@langganan/core/storage'
import { Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../src/database/open-database.ts'
import type { SqliteDatabase, SqliteStatement } from '../src/database/sqlite-database.ts'
import { SqliteDialect } from '../src/dialect/sqlite-dialect.ts'
import { hostTransaction } from '../src/host-transaction.ts'
import { sqliteFlavor } from '../src/sqlite-flavor.ts'
import { eventRow, groupRow, groups, insertGroup, nothing } from './support/rows.ts'

// What a database does that lets writers in side by side, on one that does not: SQLite is told to say
// something harmless for each hold, and to fail on purpose.

describe('writers side by side', () => {
  test('a writer holds the shop with others, then customers, and numbers last', async () => {
    const { storage, said } = await opened()
    await storage.transaction('kopi', 'write', async (tx) => {
      const insert = { events: [eventRow('a')], groups: [groupRow('a')] }
      await tx.apply({ ...nothing, insert })
      await tx.lock(['sari', 'budi'])
      await tx.apply({ ...nothing, insert: { events: [eventRow('b'), eventRow('c')] } })
    })
    expect(said()).toEqual([
      'begin immediate',
      'hold_with_others',
      'insert groups',
      'lock customers',
      'hold_numbers',
      'read the last number',
      'insert events',
      'insert events',
      'insert events',
      'commit',
    ])
    expect(await numbers(storage)).toEqual(['1 a', '2 b', '3 c'])
  })

  test('whoever is alone holds the shop and nothing else', async () => {
    const { storage, said } = await opened()
    await storage.transaction('kopi', 'alone', async (tx) => {
      await tx.lock(['sari'])
      await tx.apply({ ...nothing, insert: { events: [eventRow('a')] } })
    })
    expect(said()).toEqual([
      'begin immediate',
      'hold_alone',
      'read the last number',
      'insert events',
      'commit',
    ])
  })

  test('one who writes nothing numbered holds no numbers, and a reader holds nothing', async () => {
    const { storage, said } = await opened()
    await insertGroup(storage, 'a')
    await groups(storage)
    expect(said()).not.toContain('hold_numbers')
    expect(said().slice(-3)).toEqual(['begin', 'read groups', 'commit'])
  })

  test('more rows than are kept back are numbered as they come', async () => {
    const { storage } = await opened()
    const events = (from: number) =>
      Array.from({ length: 6_000 }, (_, i) => eventRow(String(from + i)))
    await storage.transaction('kopi', 'write', async (tx) => {
      for (const from of [0, 6_000, 12_000]) {
        await tx.apply({ ...nothing, insert: { events: events(from) } })
      }
    })
    const all = await storage.transaction('kopi', 'read', (tx) => tx.scan('events', null, 20_000))
    expect(all.map(({ seq, data }) => `${seq} ${data}`)).toEqual(
      Array.from({ length: 18_000 }, (_, i) => `${i + 1} ${i}`),
    )
  })
})

describe('what another writer undid', () => {
  test.each<FailureKind>(['retry', 'lost', 'conflict'])(
    'by %s, begins again until it passes, and its caller hears nothing',
    async (kind) => {
      const { storage, failNext, pauses } = await opened()
      failNext(['insert groups', kind], ['insert groups', kind])
      let attempts = 0
      await storage.transaction('kopi', 'write', async (tx) => {
        attempts += 1
        await tx.apply({ ...nothing, insert: { groups: [groupRow('a')], events: [eventRow('a')] } })
      })
      expect(attempts).toBe(3)
      expect(pauses()).toEqual(kind === 'conflict' ? [] : [1, 2])
      expect(await groups(storage)).toEqual([groupRow('a')])
      expect(await numbers(storage)).toEqual(['1 a'])
    },
  )

  test.each<[string, FailureKind]>([
    ['begin immediate', 'lost'],
    ['hold_with_others', 'retry'],
    ['lock customers', 'retry'],
    ['hold_numbers', 'lost'],
    ['insert events', 'retry'],
    ['commit', 'retry'],
  ])('at "%s", begins again', async (statement, kind) => {
    const { storage, failNext, pauses } = await opened()
    failNext([statement, kind])
    await locking(storage)
    expect(pauses()).toEqual([1])
    expect(await numbers(storage)).toEqual(['1 a'])
  })

  test('ends after ten attempts with the error of the last', async () => {
    for (const [kind, code] of [
      ['retry', 'STORAGE_BUSY'],
      ['conflict', 'STORAGE_CONFLICT'],
      ['lost', 'STORAGE_UNREACHABLE'],
    ] as const) {
      const { storage, failNext } = await opened()
      let attempts = 0
      failNext(...Array.from({ length: 10 }, () => ['insert groups', kind] as const))
      const failing = storage.transaction('kopi', 'write', (tx) => {
        attempts += 1
        return tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
      })
      await expect(failing).rejects.toMatchObject({ code })
      expect(attempts).toBe(10)
      expect(await groups(storage)).toEqual([])
    }
  })

  test('begins again though the work told its error in other words', async () => {
    const { storage, failNext } = await opened()
    failNext(['insert groups', 'conflict'])
    await storage.transaction('kopi', 'write', async (tx) => {
      try {
        await tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
      } catch {
        throw new Error('The name is taken.')
      }
    })
    expect(await groups(storage)).toEqual([groupRow('a')])
  })

  test('is kept by nobody who swallows the error of a read', async () => {
    const { storage, failNext } = await opened()
    failNext(['read groups', 'other'])
    const failing = storage.transaction('kopi', 'write', async (tx) => {
      await tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
      await tx.scan('groups', null, 10).catch(() => 'swallowed')
    })
    await expect(failing).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
    expect(await groups(storage)).toEqual([])
  })
})

describe('what no retry helps', () => {
  test('a commit whose answer was lost is never repeated, and says so', async () => {
    const { storage, failNext } = await opened()
    let attempts = 0
    failNext(['commit', 'lost'])
    const failing = storage.transaction('kopi', 'write', async (tx) => {
      attempts += 1
      await tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
    })
    await expect(failing).rejects.toMatchObject({ code: 'STORAGE_OUTCOME_UNKNOWN' })
    expect(attempts).toBe(1)
  })

  test.each<FailureKind>(['busy', 'overflow', 'other'])('%s is tried once', async (kind) => {
    const { storage, failNext } = await opened()
    let attempts = 0
    failNext(['insert groups', kind])
    const failing = storage.transaction('kopi', 'write', (tx) => {
      attempts += 1
      return tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
    })
    await expect(failing).rejects.toThrow()
    expect(attempts).toBe(1)
  })

  test('a key that is taken where one writes at a time is a conflict at once', async () => {
    const { storage, pauses } = await opened(null)
    await insertGroup(storage, 'a')
    let attempts = 0
    const failing = storage.transaction('kopi', 'write', (tx) => {
      attempts += 1
      return tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
    })
    await expect(failing).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
    expect([attempts, pauses()]).toEqual([1, []])
  })
})

const holds: SqlFlavor['sideBySide'] = {
  holdWithOthers: ({ table, id, isShop }) =>
    sql`select ${id} as hold_with_others from ${table} where ${isShop}`,
  holdAlone: ({ table, id, isShop }) =>
    sql`select ${id} as hold_alone from ${table} where ${isShop}`,
  holdNumbers: ({ table, id, isShop }) =>
    sql`select ${id} as hold_numbers from ${table} where ${isShop}`,
  forRows: sql``,
}

type Failing = readonly [statement: string, kind: FailureKind]

interface Opened {
  readonly storage: Storage
  /** What was said since it was opened, in short. */
  said(): readonly string[]
  /** The next statements of these kinds fail, in this order. */
  failNext(...failing: readonly Failing[]): void
  /** After how many attempts it paused. */
  pauses(): readonly number[]
}

async function opened(sideBySide: SqlFlavor['sideBySide'] = holds): Promise<Opened> {
  const statements: string[] = []
  const pauses: number[] = []
  let failing: readonly Failing[] = []

  function note(statement: string): void {
    const short = inShort(statement)
    statements.push(short)
    const [first] = failing
    if (first === undefined || first[0] !== short) return
    failing = failing.slice(1)
    throw new Failure(first[1])
  }

  const database = await openDatabase({
    filename: undefined,
    driver: 'better-sqlite3',
    busyTimeoutMs: 0,
  })
  const source = { isOurs: true, open: async () => noting(database, note) }
  const storage = kyselyStorage({
    db: new Kysely<unknown>({ dialect: new SqliteDialect(source) }),
    flavor: {
      ...sqliteFlavor,
      sideBySide,
      failureKind: (error) =>
        error instanceof Failure ? error.kind : sqliteFlavor.failureKind(error),
      refusedCommit: (error) =>
        error instanceof Failure ? error.kind !== 'lost' : sqliteFlavor.refusedCommit(error),
    },
    hostTransaction,
    pause: async (attempts) => void pauses.push(attempts),
  })
  await storage.shopIds()
  statements.length = 0
  return {
    storage,
    said: () => statements,
    failNext: (...next) => {
      failing = next
    },
    pauses: () => pauses,
  }
}

class Failure extends Error {
  readonly kind: FailureKind

  constructor(kind: FailureKind) {
    super(kind)
    this.kind = kind
  }
}

/** The same database; every run of a statement is told of before. */
function noting(database: SqliteDatabase, note: (sql: string) => void): SqliteDatabase {
  return {
    get isInTransaction() {
      return database.isInTransaction
    },
    prepare: (sql) => notingStatement(database.prepare(sql), () => note(sql)),
    close: () => database.close(),
  }
}

function notingStatement(statement: SqliteStatement, note: () => void): SqliteStatement {
  return {
    isReader: statement.isReader,
    all(parameters) {
      note()
      return statement.all(parameters)
    },
    run(parameters) {
      note()
      return statement.run(parameters)
    },
    runEach(rows) {
      for (const row of rows) {
        note()
        statement.run(row)
      }
    },
  }
}

/** What a statement does, in the words of these tests. */
function inShort(statement: string): string {
  const text = statement.replaceAll('"', '')
  for (const [pattern, words] of inWords) {
    const found = pattern.exec(text)
    if (found !== null) return words.replace('$1', found[1] ?? '')
  }
  return text
}

const inWords: readonly (readonly [RegExp, string])[] = [
  [/ as (hold_\w+) /, '$1'],
  [/^select max/, 'read the last number'],
  [/^select 1 from customers/, 'lock customers'],
  [/^select .* from (\w+)/, 'read $1'],
  [/^insert into (\w+)/, 'insert $1'],
]

function locking(storage: Storage): Promise<void> {
  return storage.transaction('kopi', 'write', async (tx) => {
    await tx.lock(['sari'])
    await tx.apply({ ...nothing, insert: { events: [eventRow('a')] } })
  })
}

async function numbers(storage: Storage): Promise<readonly string[]> {
  const rows = await storage.transaction('kopi', 'read', (tx) => tx.scan('events', null, 100))
  return rows.map(({ seq, data }) => `${seq} ${data}`)
}
