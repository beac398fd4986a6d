import type { Condition } from '@langganan/core/storage'
import { describe, expect, onTestFinished, test } from 'vitest'
import { StatementNames } from '../src/dialect/statement-names.ts'
import { postgresStorage } from '../src/index.ts'
import { noting, recorded } from './support/recorded.ts'
import { groups, insertGroup } from './support/rows.ts'
import { ask, newSchema, openPool, openStorage } from './support/storages.ts'

test('a statement has a name from its second time on, while it is in use', () => {
  const names = new StatementNames(3)
  expect(names.of('often')).toBeUndefined()
  const name = names.of('often')
  expect(name).toMatch(/^langganan_[0-9a-f]{32}$/)
  for (let i = 0; i < 50; i += 1) {
    expect(names.of('often')).toBe(name)
    expect(names.of(`once ${i}`)).toBeUndefined()
  }
  expect(new StatementNames().of('often')).toBeUndefined()
})

test('statements no longer used are forgotten', () => {
  const names = new StatementNames(10)
  for (let i = 0; i < 1_000; i += 1) names.of(`statement ${i}`)
  expect(names.size).toBeLessThanOrEqual(20)
  expect(names.of('statement 0')).toBeUndefined()
})

test('two statements have two names, and one has the same in every storage', () => {
  const [one, two] = [new StatementNames(), new StatementNames()]
  for (const names of [one, two]) for (const sql of ['a', 'b']) names.of(sql)
  expect(one.of('a')).toBe(two.of('a'))
  expect(one.of('a')).not.toBe(one.of('b'))
})

test('the same call a hundred times is prepared once', async () => {
  const pool = openPool({ max: 1 })
  onTestFinished(() => pool.end())
  const storage = postgresStorage({ pool, schema: newSchema() })
  const prepared = async (): Promise<unknown> => {
    const { rows } = await pool.query('select count(*)::int as kept from pg_prepared_statements')
    return rows[0]?.kept
  }
  for (let i = 0; i < 3; i += 1) await insertGroup(storage, `first ${i}`)
  for (let i = 0; i < 3; i += 1) await groups(storage)
  const kept = await prepared()
  expect(kept).toBeGreaterThan(0)
  for (let i = 0; i < 100; i += 1) await insertGroup(storage, `later ${i}`)
  expect(await groups(storage)).toHaveLength(103)
  expect(await prepared()).toBe(kept)
})

test('many kinds of statements do not fill up a connection', async () => {
  const { pool, runs } = recorded(1)
  const storage = postgresStorage({ pool, schema: newSchema() })
  let most = 0
  for (let i = 0; i < 700; i += 1) {
    const where = conditionOfKind(i)
    await storage.transaction('kopi', 'read', async (tx) => {
      for (let twice = 0; twice < 2; twice += 1) await tx.count(where)
    })
    if (i % 50 !== 0) continue
    const client = await pool.connect()
    const text = 'select count(*)::text as kept from pg_prepared_statements'
    const types = { getTypeParser: () => Number }
    const { rows } = await client.query({ text, values: [], types })
    client.release()
    most = Math.max(most, Number(Reflect.get(Object(rows[0]), 'kept')))
  }
  expect(new Set(runs.flatMap(({ name }) => name ?? [])).size).toBeGreaterThan(600)
  expect(most).toBeGreaterThan(100)
  expect(most).toBeLessThanOrEqual(510)
})

describe('regression: a connection that no longer has what was prepared on it is closed, and the call begins again', () => {
  // More connections than a call is tried times.
  const max = 12
  const each = Array.from({ length: max }, (_, i) => i)

  test.each(['discard all', 'deallocate all'])('%s', async (statement) => {
    const pool = openPool({ max })
    onTestFinished(() => pool.end())
    const storage = postgresStorage({ pool, schema: newSchema() })
    for (const round of [1, 2, 3]) {
      await Promise.all(each.map((i) => insertGroup(storage, `${round} ${i}`)))
    }
    const clients = await Promise.all(each.map(() => pool.connect()))
    for (const client of clients) await client.query(statement)
    for (const client of clients) client.release()
    for (const i of each) await insertGroup(storage, `after ${i}`)
    expect(await groups(storage)).toHaveLength(4 * max)
  })

  test('a table that was altered meanwhile', async () => {
    const schema = newSchema()
    const storage = openStorage({ schema })
    for (const id of ['a', 'b', 'c']) {
      await insertGroup(storage, id)
      await groups(storage)
    }
    await ask(`alter table ${schema}.groups alter column name type varchar(80) collate "C"`)
    expect(await groups(storage)).toHaveLength(3)
  })

  test('what is in the way at every try is named', async () => {
    const inner = openPool()
    onTestFinished(() => inner.end())
    let isInTheWay = false
    const before = new WeakSet<object>()
    const pool = noting(inner, ({ name }, client) => {
      if (!isInTheWay) before.add(client)
      else if (name !== undefined) {
        // As where a pooler gives a connection that another client had before.
        const text = before.has(client) ? 'deallocate all' : `prepare ${name} as select 1`
        const types = { getTypeParser: () => String }
        client.query({ text, values: [], types }).catch(() => 'told by the statement behind it')
      }
    })
    const storage = postgresStorage({ pool, schema: newSchema() })
    for (const id of ['a', 'b', 'c']) await insertGroup(storage, id)
    isInTheWay = true
    await expect(insertGroup(storage, 'd')).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      cause: { code: '42P05' },
      message: expect.stringContaining('max_prepared_statements'),
    })
    isInTheWay = false
    await insertGroup(storage, 'e')
    expect(await groups(storage)).toHaveLength(4)
  })
})

/** Conditions that differ in their SQL, not only in their values. */
function conditionOfKind(kind: number): Condition {
  const bits = Array.from({ length: 10 }, (_, bit) => (kind >> bit) % 2)
  return { op: 'any', of: bits.map((bit) => ({ op: bit === 0 ? 'all' : 'any', of: [] })) }
}
