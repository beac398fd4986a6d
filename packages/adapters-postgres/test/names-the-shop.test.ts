import { type TableName, tableNames, tables } from '@langganan/core/storage'
import { expect, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { recorded } from './support/recorded.ts'
import { groupRow, nothing } from './support/rows.ts'
import { newSchema } from './support/storages.ts'

const bare = /^(begin isolation level .*|commit|rollback)$/

// Law 12 for statements: a row of another shop is out of reach if every statement asks for one shop.
test('every statement of a transaction names the shop and binds its id', async () => {
  const { pool, runs } = recorded()
  const storage = postgresStorage({ pool, schema: newSchema() })
  await storage.shopIds()
  runs.length = 0

  await storage.transaction('kopi-senja', 'write', async (tx) => {
    for (const table of tableNames) {
      const cell = (column: string): unknown =>
        Object.entries(tables[table].columns).some(
          ([name, type]) => name === column && type.startsWith('text'),
        )
          ? 'x'
          : 1
      const key = tables[table].key.map(cell)
      for (const keys of [[key], [key, key]]) {
        await Reflect.apply(tx.get, tx, [table, keys])
        for (const index of ['key', ...Object.keys(tables[table].indexes)]) {
          const columns: readonly string[] =
            index === 'key' ? tables[table].key : (indexesOf(table)[index]?.columns ?? [])
          const prefix = columns.slice(0, 1).map(cell)
          await Reflect.apply(tx.find, tx, [
            table,
            index,
            [prefix, prefix, [], [null].slice(0, prefix.length)],
          ])
        }
      }
      await tx.scan(table, null, 5)
      await Reflect.apply(tx.scan, tx, [table, key, 5])
    }
    const groups = [groupRow('a'), groupRow('b')]
    await tx.apply({ insert: { groups }, put: { groups: [] }, remove: {} })
    await tx.apply({ ...nothing, put: { groups } })
    await tx.apply({ ...nothing, remove: { groups: [['a'], ['b']] } })
    await tx.report('memberCounts', { of: 'group' })
    await tx.report('orderTimes', { customerIds: ['a'] })
    await tx.report('medianGap', {})
    await tx.report('trialBalance', {})
    await tx.report('customerAccounts', { customerIds: ['a'] })
    await tx.report('productsBought', { customerIds: ['a'] })
    for (const of of ['group', 'tag'] as const) {
      const where = { op: 'member', of, id: 'a' } as const
      await tx.count(where)
      await tx.members({ where, limit: 5 })
      await tx.members({ where, among: ['a'], after: { id: 'a', value: 'a' }, limit: 5 })
    }
  })

  const asked = runs.filter(({ sql }) => !bare.test(sql))
  expect(asked.length).toBeGreaterThan(150)
  for (const { sql, parameters } of asked) {
    expect(sql).toMatch(/shop_id|pg_advisory_xact_lock/)
    const places = sql.split('shop_id" = cast(').length + sql.split('shop_id = cast(').length - 2
    const times = parameters.filter((value) => value === 'kopi-senja').length
    expect({ sql, times }).toEqual({ sql, times: Math.max(1, places) })
  }
})

interface Indexes {
  readonly [name: string]: { readonly columns: readonly string[] }
}

function indexesOf(table: TableName): Indexes {
  return tables[table].indexes
}
