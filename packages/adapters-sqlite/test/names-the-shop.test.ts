import { callEverything } from '@langganan/core/testing'
import { expect, test } from 'vitest'
import { sqliteStorage } from '../src/index.ts'
import { recorded } from './support/recorded.ts'

const bare = /^(begin|begin immediate|commit|rollback|pragma busy_timeout = \d+)$/

// Law 12 for statements: a row of another shop is out of reach if every statement asks for one shop.
test('every statement of a transaction names the shop and binds its id', async () => {
  const { connection, runs } = recorded()
  const storage = sqliteStorage({ database: connection })
  await storage.shopIds()
  runs.length = 0
  await callEverything(storage, 'kopi-senja')

  const asked = runs.filter(({ sql }) => !bare.test(sql))
  expect(asked.length).toBeGreaterThan(150)
  for (const { sql, parameters } of asked) {
    expect(sql).toContain('shop_id')
    const places = sql.match(/shop_id"? = cast\(/g)?.length ?? 0
    const times = parameters.filter((value) => value === 'kopi-senja').length
    expect({ sql, times }).toEqual({ sql, times: Math.max(1, places) })
  }
})
