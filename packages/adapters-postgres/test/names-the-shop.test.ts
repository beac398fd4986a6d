import { type TableName, tableNames, tables } from '@langganan/core/storage'
import { expect, onTestFinished, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { Watch } from './sharding/watch.ts'
import { groupRow, nothing } from './support/rows.ts'
import { newSchema, openPool } from './support/storages.ts'

// Law 12 for statements: a row of another shop is out of reach if every statement asks for one shop.
test('every shape of statement names the shop, and goes to its one shard', async () => {
  const watch = new Watch()
  const pool = openPool({ max: 3 })
  onTestFinished(() => pool.end())
  const storage = postgresStorage({ pool: watch.over(pool), schema: newSchema() })
  await storage.shopIds()

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

  expect(watch.problems).toEqual([])
  expect(watch.statements.length).toBeGreaterThan(150)
  // Lists of rows; Citus has the coordinator take them apart.
  expect(watch.byCoordinator).toHaveLength(2)
  for (const sql of watch.byCoordinator) expect(sql).toMatch(/^with listed .* insert into/s)
})

interface Indexes {
  readonly [name: string]: { readonly columns: readonly string[] }
}

function indexesOf(table: TableName): Indexes {
  return tables[table].indexes
}
