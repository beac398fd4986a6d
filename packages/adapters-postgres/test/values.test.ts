import { openShop, type Shop } from '@langganan/core'
import { backUp, restore } from '@langganan/core/backup'
import type { Storage } from '@langganan/core/storage'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type PostgresStorage, postgresStorage } from '../src/index.ts'
import { databaseUrl, newSchema, openPool, openStorage } from './support/storages.ts'

const numbers = [0.1 + 0.2, Number.MAX_VALUE, 5e-324]

/** Settings with which Postgres rounds what it tells, and reads NULL in a list as a text. */
const distorting = '-c extra_float_digits=-15 -c array_nulls=off'

test.each(["the storage's own", "the host's"])(
  'regression: numbers and empty cells are exact whatever the connection has set: a pool of %s',
  async (whose) => {
    const settings = { connectionString: databaseUrl(), options: distorting }
    const pool = openPool(settings)
    onTestFinished(() => pool.end())
    const place = { schema: newSchema() }
    const storage = postgresStorage({
      ...place,
      ...(whose === "the host's" ? { pool } : { connection: settings }),
    })
    onTestFinished(() => storage.close())
    await expectExact(await shopWithNumbers(storage))
    await expectExact(await shopOf(openStorage(place)))
    const copy = openStorage()
    await restore(copy, backUp(storage, 'kopi'))
    await expectExact(await shopOf(copy))
    const { rows } = await pool.query('show extra_float_digits')
    expect(rows).toEqual([{ extra_float_digits: '-15' }])
  },
)

test.each([
  ['extra_float_digits', '0', { extraFloatDigits: '0' }],
  ['array_nulls', 'off', { arrayNulls: 'off' }],
])('regression: within a transaction that has %s = %s is refused', async (name, value, details) => {
  const shop = await shopWithNumbers(openStorage())
  const refused = { code: 'STORAGE_UNSAFE', details, message: expect.stringContaining(name) }
  const client = await openClient()
  await client.query(`set ${name} = ${value}`)
  await client.query('begin')
  await expect(shop.within(client).customers.list()).rejects.toMatchObject(refused)
  await client.query(`set local ${name} to default`)
  await expectExact(shop.within(client))
  await client.query('rollback')

  const pool = openPool({ options: `-c ${name}=${value}` })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  onTestFinished(() => db.destroy())
  await db.transaction().execute(async (tx) => {
    await expect(shop.within(tx).customers.list()).rejects.toMatchObject(refused)
  })
})

async function shopWithNumbers(storage: PostgresStorage): Promise<Shop> {
  const shop = await shopOf(storage)
  await shop.attributes.declare({ name: 'skor', type: 'number' })
  for (const [i, skor] of numbers.entries()) {
    await shop.customers.add({ name: `${i}`, attributes: { skor } })
  }
  return shop
}

function shopOf(storage: Storage): Promise<Shop> {
  return openShop({ id: 'kopi', currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
}

async function expectExact(shop: Shop): Promise<void> {
  const { rows } = await shop.customers.list()
  const read = await Promise.all(rows.map(({ id }) => shop.customers.get(id)))
  const byName = new Map(read.map((customer) => [customer?.name, customer]))
  expect(numbers.map((_, i) => byName.get(`${i}`)?.attributes.skor)).toEqual(numbers)
  expect(read.map((customer) => customer?.notes)).toEqual(numbers.map(() => null))
}

async function openClient(): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl())
  await client.connect()
  onTestFinished(() => client.end())
  return client
}
