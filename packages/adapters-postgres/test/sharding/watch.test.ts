import { expect, onTestFinished, test } from 'vitest'
import { resultTypes } from '../../src/dialect/result-types.ts'
import type { HostClient } from '../../src/index.ts'
import { newSchema, openPool, openStorage } from '../support/storages.ts'
import { Watch } from './watch.ts'

interface Watched {
  readonly watch: Watch
  readonly schema: string
  ask(text: string, ...values: readonly unknown[]): Promise<void>
}

/** A connection under watch, to a storage's tables. */
async function watched(): Promise<Watched> {
  const schema = newSchema()
  await openStorage({ schema }).shopIds()
  const watch = new Watch()
  const pool = openPool({ max: 1 })
  const client: HostClient = await watch.over(pool).connect()
  onTestFinished(async () => {
    client.release(true)
    await pool.end()
  })
  const ask = async (text: string, ...values: readonly unknown[]): Promise<void> => {
    await client.query({ text, values: [...values], types: resultTypes })
  }
  return { watch, schema, ask }
}

test('a transaction is about one shop, the next one about another', async () => {
  const { watch, schema, ask } = await watched()
  const read = `select id from ${schema}.groups where shop_id = $1`
  for (const shop of ['kopi', 'teh']) {
    await ask('begin')
    await ask(read, shop)
    await ask(read, shop)
    await ask('commit')
  }
  expect(watch.problems).toEqual([])
  expect(watch.statements).toEqual(['select id from kept.groups where shop_id = $1'])
})

test('a second shop in one transaction is noticed, and a shop that is none', async () => {
  const { watch, schema, ask } = await watched()
  const read = `select id from ${schema}.groups where shop_id = $1`
  await ask('begin')
  await ask(read, 'kopi')
  await ask(read, 'teh')
  expect(watch.problems).toEqual([expect.stringMatching(/^a second shop in one transaction/)])
  await ask(read, null)
  expect(watch.problems.at(-1)).toMatch(/^binds no shop/)
})

test('two shops in one statement are noticed, though each table is held to one', async () => {
  const { watch, schema, ask } = await watched()
  await ask(
    `select 1 from ${schema}.groups as g, ${schema}.tags as t where g.shop_id = $1 and t.shop_id = $2`,
    'kopi',
    'teh',
  )
  expect(watch.problems).toEqual([expect.stringMatching(/^a second shop/)])
})

test('a statement without a shop is noticed', async () => {
  const { watch, schema, ask } = await watched()
  await ask(`select id from ${schema}.groups`)
  expect(watch.problems).toEqual([
    'reads groups of every shop: select id from kept.groups',
    'names no shop: select id from kept.groups',
  ])
})
