import { shopKit } from '@langganan/core/testing'
import { expect, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { Watch } from './sharding/watch.ts'
import { faultyPostgres } from './support/faulty.ts'
import { emptiedStorages } from './support/storages.ts'

const watch = new Watch()

shopKit({
  name: 'Postgres',
  open: emptiedStorages(postgresStorage, { through: (pool) => watch.over(pool) }),
  openFaulty: faultyPostgres,
})

test('every statement that the shop kit issued goes to the one shard of its shop', () => {
  expect(watch.statements.length).toBeGreaterThan(100)
  expect(watch.problems).toEqual([])
})
