import { openShop, type Shop } from '@langganan/core'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, newSchema, openPool, openStorage } from './support/storages.ts'

interface Host {
  readonly shop: Shop
  /** Orders that the host has committed. */
  orders(): Promise<readonly string[]>
  /** Begins, does the work, and commits; rolls back what throws. */
  transaction<T>(work: (tx: object, order: (id: string) => Promise<void>) => Promise<T>): Promise<T>
}

const hosts: readonly [string, () => Promise<Host>][] = [
  ['a client of pg', clientHost],
  ['a transaction of Kysely', kyselyHost],
]

const lines = [{ product: 'KOPI-250', quantity: 1, price: 3_000_000_000_000 }]

describe.each(hosts)('within %s', (_, open) => {
  test('both are there after the commit, neither after a rollback', async () => {
    const host = await open()
    const sale = (orderId: string) =>
      host.transaction(async (tx, order) => {
        const shop = host.shop.within(tx)
        await order(orderId)
        const { id } = await shop.customers.add({ name: orderId })
        await shop.transactions.record({ customer: id, orderId, lines, paid: true })
        await shop.tags.create({ name: orderId, where: 'orders >= 1' })
        expect(await shop.customers.get(id)).toMatchObject({ name: orderId })
        if (orderId === 'INV-2') throw new Error('changed my mind')
      })
    await sale('INV-1')
    await expect(sale('INV-2')).rejects.toThrow('changed my mind')
    expect(await host.orders()).toEqual(['INV-1'])
    expect((await host.shop.customers.list()).rows).toMatchObject([{ name: 'INV-1', orders: 1 }])
    expect((await host.shop.tags.list()).map(({ name }) => name)).toEqual(['INV-1'])
    expect(await host.shop.verify()).toEqual({ sound: true, findings: [] })
  })

  test('calls at once wait for each other; those that throw leave the others and the transaction', async () => {
    const host = await open()
    const heard: unknown[] = []
    host.shop.on('customer.added', (event) => void heard.push(event))
    await host.transaction(async (tx, order) => {
      const shop = host.shop.within(tx)
      const email = 'sari@example.com'
      const outcomes = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((name, i) =>
          shop.customers.add({ name, ...(i % 2 === 1 && { email }) }),
        ),
      )
      expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
        true,
        true,
        true,
        false,
      ])
      await order('INV-1')
    })
    expect(await host.orders()).toEqual(['INV-1'])
    const { events } = await host.shop.events.read()
    expect(events.slice(1).map(({ type }) => type)).toEqual(Array(3).fill('customer.added'))
    expect(heard).toEqual([])
  })

  test('a statement that Postgres refuses does not end the transaction', async () => {
    const host = await open()
    await host.transaction(async (tx, order) => {
      await order('INV-1')
      const elsewhere = openStorageWithin(tx)
      await expect(elsewhere.shopIds()).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
      await host.shop.within(tx).customers.add({ name: 'Sari' })
    })
    expect(await host.orders()).toEqual(['INV-1'])
    expect((await host.shop.customers.list()).rows).toHaveLength(1)
  })

  test('after the transaction its shop answers no more', async () => {
    const host = await open()
    const shop = await host.transaction(async (tx) => host.shop.within(tx))
    await expect(shop.customers.add({ name: 'Sari' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'transaction',
    })
  })
})

test('an isolation level with a lasting snapshot is refused, with the reason', async () => {
  const { shop } = await shopIn(newSchema())
  const client = await openClient()
  await client.query('begin isolation level repeatable read')
  await expect(shop.within(client).customers.list()).rejects.toMatchObject({
    code: 'STORAGE_UNSAFE',
    message: expect.stringContaining('read committed'),
  })
  await client.query('rollback')
})

test('a pool is no transaction', async () => {
  const { shop } = await shopIn(newSchema())
  const pool = openPool()
  onTestFinished(() => pool.end())
  expect(() => shop.within(pool)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
})

/** A storage that was never opened, inside the transaction. */
function openStorageWithin(tx: object) {
  const storage = openStorage({ schema: newSchema() })
  return storage.within?.(tx) ?? storage
}

async function shopIn(schema: string): Promise<{ readonly shop: Shop }> {
  const storage = openStorage({ schema })
  const shop = await openShop({ id: 'kopi', storage, currency: 'IDR', timeZone: 'Asia/Jakarta' })
  await ask(`create table ${schema}.host_orders (id text not null)`)
  return { shop }
}

async function openClient() {
  const pool = openPool()
  const client = await pool.connect()
  onTestFinished(async () => {
    client.release()
    await pool.end()
  })
  return client
}

async function ordersIn(schema: string): Promise<readonly string[]> {
  const rows = await ask<{ readonly id: string }>(`select id from ${schema}.host_orders`)
  return rows.map(({ id }) => id)
}

async function clientHost(): Promise<Host> {
  const schema = newSchema()
  const { shop } = await shopIn(schema)
  const client = await openClient()
  return {
    shop,
    orders: () => ordersIn(schema),
    async transaction(work) {
      await client.query('begin')
      try {
        const result = await work(client, async (id) => {
          await client.query(`insert into ${schema}.host_orders values ($1)`, [id])
        })
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    },
  }
}

async function kyselyHost(): Promise<Host> {
  const schema = newSchema()
  const { shop } = await shopIn(schema)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool() }) })
  onTestFinished(() => db.destroy())
  return {
    shop,
    orders: () => ordersIn(schema),
    transaction: (work) =>
      db.transaction().execute((tx) =>
        work(tx, async (id) => {
          await sql`insert into ${sql.table(`${schema}.host_orders`)} values (${id})`.execute(tx)
        }),
      ),
  }
}
