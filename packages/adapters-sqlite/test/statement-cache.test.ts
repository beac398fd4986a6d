import { expect, test } from 'vitest'
import type { SqliteDatabase } from '../src/database/sqlite-database.ts'
import { StatementCache } from '../src/dialect/statement-cache.ts'
import { sqliteStorage } from '../src/index.ts'
import { recorded } from './support/recorded.ts'
import { groups, insertGroup } from './support/rows.ts'

function counting(): { readonly database: SqliteDatabase; readonly prepared: string[] } {
  const prepared: string[] = []
  const database: SqliteDatabase = {
    isInTransaction: false,
    prepare: (sql) => {
      prepared.push(sql)
      return { isReader: true, all: () => [], run: () => 0, runEach: () => undefined }
    },
    close: () => undefined,
  }
  return { database, prepared }
}

test('a statement is prepared once while it is in use', () => {
  const { database, prepared } = counting()
  const cache = new StatementCache(database, 3)
  for (let i = 0; i < 50; i += 1) {
    expect(cache.prepare('often')).toBe(cache.prepare('often'))
    cache.prepare(`once ${i}`)
  }
  expect(prepared.filter((sql) => sql === 'often')).toHaveLength(1)
})

test('statements no longer used are forgotten', () => {
  const { database, prepared } = counting()
  const cache = new StatementCache(database, 10)
  for (let i = 0; i < 1_000; i += 1) cache.prepare(`statement ${i}`)
  expect(cache.size).toBeLessThanOrEqual(20)
  cache.prepare('statement 0')
  expect(prepared.filter((sql) => sql === 'statement 0')).toHaveLength(2)
})

test('the same call a hundred times prepares nothing new', async () => {
  const { connection, statements } = recorded()
  const storage = sqliteStorage({ database: connection })
  await insertGroup(storage, 'first')
  await groups(storage)
  const before = statements.length
  for (let i = 0; i < 100; i += 1) {
    await insertGroup(storage, `group ${i}`)
    await groups(storage)
  }
  expect(statements).toHaveLength(before)
})

test('a list is one parameter, so that its length makes no new statement', async () => {
  const { connection, statements } = recorded()
  const storage = sqliteStorage({ database: connection })
  const ids = Array.from({ length: 10_000 }, (_, i) => `group ${i}`)
  const reads = async (n: number): Promise<void> =>
    storage.transaction('kopi', 'read', async (tx) => {
      const some = ids.slice(0, n)
      await tx.get(
        'groups',
        some.map((id) => [id] as const),
      )
      await tx.find(
        'groupMembers',
        'byCustomer',
        some.map((id) => [id]),
      )
      await tx.find(
        'groupMembers',
        'byCustomer',
        some.map((id) => [id, 'x']),
      )
      await tx.members({ where: { op: 'all', of: [] }, among: some, limit: 5 })
      await tx.report('orderTimes', { customerIds: some })
    })
  await reads(2)
  const before = statements.length
  await reads(10_000)
  expect(statements).toHaveLength(before)
})
