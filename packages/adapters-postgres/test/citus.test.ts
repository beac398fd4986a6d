import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableName } from '@langganan/adapters-kysely'
import { tableNames } from '@langganan/core/storage'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type PostgresStorage, postgresStorage } from '../src/index.ts'
import { CitusStandIn, type Distributed } from './sharding/citus-stand-in.ts'
import { noting } from './support/recorded.ts'
import { groups, insertGroup } from './support/rows.ts'
import { ask, databaseUrl, newSchema, openPool, openStorage } from './support/storages.ts'

const guide = join(import.meta.dirname, '../../../docs/guides/citus.md')
const citus = new CitusStandIn()

beforeAll(() => citus.install())

function openCitus(schema: string, prefix = '', { connection } = citus): PostgresStorage {
  const storage = postgresStorage({ connection, schema, prefix, citus: true })
  onTestFinished(() => storage.close())
  return storage
}

async function distributedIn(schema: string): Promise<readonly Distributed[]> {
  return (await citus.distributed()).filter(({ table }) => table.startsWith(`${schema}.`))
}

describe('with citus, a storage', () => {
  test.each(['', 'toko_'])('distributes all tables by shop id, prefix "%s"', async (prefix) => {
    const schema = newSchema()
    expect(await openCitus(schema, prefix).shopIds()).toEqual([])
    const [first, ...others] = await distributedIn(schema)
    const shops = `${schema}.${prefix}shops`
    expect(first).toEqual({ table: shops, column: 'shop_id', beside: 'none' })
    expect(others.map(({ table }) => table).sort()).toEqual(
      tableNames
        .filter((table) => table !== 'shops')
        .map((table) => `${schema}.${tableName(prefix, table)}`)
        .sort(),
    )
    for (const { column, beside } of others) expect([column, beside]).toEqual(['shop_id', shops])
  })

  test('issues what the guide to Citus says', async () => {
    const pool = openPool(citus.connection)
    onTestFinished(() => pool.end())
    const issued: string[] = []
    const watched = noting(pool, ({ sql }) => issued.push(sql.trim().replace(/\s+/g, ' ')))
    const schema = newSchema()
    await postgresStorage({ pool: watched, schema, citus: true }).shopIds()
    const said = readFileSync(guide, 'utf8').match(/^select create_distributed_table.*(?=;$)/gm)
    const [first, second] = (said ?? []).map((line) => line.replaceAll('langganan.', `${schema}.`))
    const distributing = issued.filter((sql) => sql.includes('create_distributed_table('))
    expect(distributing[0]).toBe(first)
    expect(distributing).toContain(second)
    expect(distributing).toHaveLength(tableNames.length)
  })

  test('does so once, however many open it, and however often', async () => {
    const schema = newSchema()
    await Promise.all([1, 2, 3].map(() => openCitus(schema).shopIds()))
    await openCitus(schema).shopIds()
    expect(await distributedIn(schema)).toHaveLength(tableNames.length)
  })

  test('distributes tables that were made without it, and keeps their rows', async () => {
    const schema = newSchema()
    await insertGroup(openStorage({ schema }), 'a')
    expect(await distributedIn(schema)).toEqual([])
    expect((await groups(openCitus(schema))).map(({ id }) => id)).toEqual(['a'])
    expect(await distributedIn(schema)).toHaveLength(tableNames.length)
  })

  test('distributes a table that came later beside those that are', async () => {
    const schema = newSchema()
    await openCitus(schema).shopIds()
    await forget(`${schema}.events`)
    await openCitus(schema).shopIds()
    expect((await distributedIn(schema)).at(-1)).toEqual({
      table: `${schema}.events`,
      column: 'shop_id',
      beside: `${schema}.shops`,
    })
  })

  test('leaves nothing behind where a table cannot be distributed', async () => {
    const schema = newSchema()
    const elsewhere = newSchema()
    await openStorage({ schema: elsewhere }).shopIds()
    await ask(`create unique index on ${elsewhere}.events (seq)`)
    await expect(openCitus(elsewhere).shopIds()).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      cause: { message: expect.stringContaining('lacks shop_id') },
    })
    expect(await distributedIn(elsewhere)).toEqual([])
    expect(await openCitus(schema).shopIds()).toEqual([])
  })

  test('refuses a database without the extension, and makes nothing', async () => {
    const schema = newSchema()
    const storage = postgresStorage({ connectionString: databaseUrl(), schema, citus: true })
    onTestFinished(() => storage.close())
    for (const _again of [1, 2]) {
      await expect(storage.shopIds()).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
        field: 'citus',
        message: expect.stringContaining('create extension citus'),
      })
    }
    expect(await ask('select from pg_namespace where nspname = $1', [schema])).toEqual([])
  })

  test.each(['9.5.12', '11.1.7'])('refuses Citus %s, and makes nothing', async (version) => {
    const old = new CitusStandIn()
    await old.install(version)
    const schema = newSchema()
    await expect(openCitus(schema, '', old).shopIds()).rejects.toMatchObject({
      code: 'STORAGE_UNSAFE',
      message: expect.stringContaining('11.2 or newer'),
    })
    expect(await ask('select from pg_namespace where nspname = $1', [schema])).toEqual([])
  })

  test.each(['11.2.0', '12.0.1', '14.0'])('takes Citus %s', async (version) => {
    const recent = new CitusStandIn()
    await recent.install(version)
    expect(await openCitus(newSchema(), '', recent).shopIds()).toEqual([])
  })

  test('refuses one whose tables are made already, too', async () => {
    const schema = newSchema()
    await openStorage({ schema }).shopIds()
    const storage = postgresStorage({ connectionString: databaseUrl(), schema, citus: true })
    onTestFinished(() => storage.close())
    await expect(storage.shopIds()).rejects.toMatchObject({ field: 'citus' })
  })
})

test('citus is true or false', () => {
  const options = { connectionString: databaseUrl(), citus: 'yes' }
  expect(() => Reflect.apply(postgresStorage, undefined, [options])).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', field: 'citus' }),
  )
})

/** As if the table had been made by a later version. */
async function forget(table: string): Promise<void> {
  await ask(`delete from ${citus.catalogue} where logicalrelid = $1::regclass`, [table])
}
