import { callEverything } from '@langganan/core/testing'
import { expect, onTestFinished, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { Watch } from './sharding/watch.ts'
import { newSchema, openPool } from './support/storages.ts'

// Law 12 for statements: a row of another shop is out of reach if every statement asks for one shop.
test('every shape of statement names the shop, and goes to its one shard', async () => {
  const watch = new Watch()
  const pool = openPool({ max: 3 })
  onTestFinished(() => pool.end())
  const storage = postgresStorage({ pool: watch.over(pool), schema: newSchema() })
  await storage.shopIds()
  await callEverything(storage, 'kopi-senja')

  expect(watch.problems).toEqual([])
  expect(watch.statements.length).toBeGreaterThan(150)
  // Lists of rows, new ones and put ones; Citus has the coordinator take them apart.
  expect(watch.byCoordinator).toHaveLength(2)
  for (const sql of watch.byCoordinator) expect(sql).toMatch(/^with listed .* insert into/s)
})
