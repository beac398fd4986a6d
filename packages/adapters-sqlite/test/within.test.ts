import { DatabaseSync } from 'node:sqlite'
import { type Channel, openShop, type Shop } from '@langganan/core'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type HostConnection, sqliteStorage } from '../src/index.ts'
import { drivers } from './support/drivers.ts'
import { temporaryFile } from './support/temporary-file.ts'

/** A program with a table of its own in the file of the shop. */
interface Host {
  readonly shop: Shop
  /** Orders that the host has committed, by a connection of nobody's. */
  orders(): readonly string[]
  /** Begins, does the work, and commits; rolls back what throws. */
  transaction<T>(work: (tx: object, order: (id: string) => Promise<void>) => Promise<T>): Promise<T>
}

const hosts: readonly [string, (filename: string) => Promise<Host>][] = [
  ...drivers.map((driver): [string, (filename: string) => Promise<Host>] => [
    `a connection of ${driver}`,
    (filename) => hostOn(filename, connect(filename, driver)),
  ]),
  ['a transaction of Kysely', kyselyHost],
]

describe.each(hosts)('within %s', (_, open) => {
  test('what the host commits is there with what the host wrote itself', async () => {
    const host = await open(temporaryFile())
    const { id } = await host.transaction(async (tx, order) => {
      await order('INV-1')
      const customer = await host.shop.within(tx).customers.add({ name: 'Sari' })
      await order('INV-2')
      return customer
    })
    expect(host.orders()).toEqual(['INV-1', 'INV-2'])
    expect(await host.shop.customers.get(id)).toMatchObject({ name: 'Sari' })
    expect(await host.shop.verify()).toEqual({ sound: true, findings: [] })
  })

  test('what the host rolls back is gone, with everything that the shop wrote', async () => {
    const host = await open(temporaryFile())
    const before = await host.shop.events.read()
    const rolledBack = host.transaction(async (tx, order) => {
      const shop = host.shop.within(tx)
      await order('INV-1')
      const { id } = await shop.customers.add({ name: 'Sari' })
      await shop.transactions.record({ customer: id, orderId: 'INV-1', lines, paid: true })
      await shop.tags.create({ name: 'Baru', where: 'orders >= 1' })
      expect(await shop.customers.get(id)).toMatchObject({ name: 'Sari' })
      throw new Error('changed my mind')
    })
    await expect(rolledBack).rejects.toThrow('changed my mind')
    expect(host.orders()).toEqual([])
    expect((await host.shop.customers.list()).rows).toEqual([])
    expect(await host.shop.tags.list()).toEqual([])
    expect(await host.shop.events.read()).toEqual(before)
  })

  test('a call that throws leaves what was before it, and the transaction goes on', async () => {
    const host = await open(temporaryFile())
    await host.transaction(async (tx, order) => {
      const shop = host.shop.within(tx)
      await order('INV-1')
      const { id } = await shop.customers.add({ name: 'Sari', email: 'sari@example.com' })
      await expect(
        shop.customers.addMany([{ name: 'Citra' }, { name: 'Dewi', email: 'sari@example.com' }]),
      ).rejects.toMatchObject({ code: 'CUSTOMER_ALREADY_EXISTS' })
      await order('INV-2')
      await shop.transactions.record({ customer: id, orderId: 'INV-2', lines })
    })
    expect(host.orders()).toEqual(['INV-1', 'INV-2'])
    expect((await host.shop.customers.list()).rows).toMatchObject([{ name: 'Sari', orders: 1 }])
  })

  test('calls at once wait for each other, and number their events one after the other', async () => {
    const host = await open(temporaryFile())
    const { cursor } = await host.shop.events.read()
    await host.transaction(async (tx) => {
      const shop = host.shop.within(tx)
      const names = Array.from({ length: 10 }, (_, i) => `c${i}`)
      const outcomes = await Promise.allSettled(
        names.map((name, i) => shop.customers.add({ name, ...(i % 3 === 1 && taken) })),
      )
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(2)
    })
    const { events } = await host.shop.events.read({ ...(cursor !== null && { after: cursor }) })
    expect(events.map(({ type }) => type)).toEqual(Array(8).fill('customer.added'))
    expect((await host.shop.customers.list()).rows).toHaveLength(8)
  })

  test('listeners hear nothing; the log has it, by the name of whoever did it', async () => {
    const host = await open(temporaryFile())
    const heard: string[] = []
    host.shop.on('customer.added', ({ customer }) => void heard.push(String(customer)))
    const { cursor } = await host.shop.events.read()
    await host.transaction((tx) => host.shop.as('dina').within(tx).customers.add({ name: 'Sari' }))
    expect(heard).toEqual([])
    const { events } = await host.shop.events.read({ ...(cursor !== null && { after: cursor }) })
    expect(events).toMatchObject([{ type: 'customer.added', actor: 'dina' }])
  })

  test('closing it closes nothing, and nothing ticks by itself in it', async () => {
    const host = await open(temporaryFile())
    await host.transaction(async (tx) => {
      const shop = host.shop.within(tx)
      await shop.close()
      expect(() => shop.start({ every: { seconds: 1 } })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      )
      expect(await shop.tick()).toBeDefined()
      await shop.customers.add({ name: 'Sari' })
    })
    expect((await host.shop.customers.list()).rows).toHaveLength(1)
  })

  test('nothing is sent in it', async () => {
    const host = await open(temporaryFile())
    await host.transaction(async (tx) => {
      const shop = host.shop.within(tx)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const channel: Channel = {
        name: 'sms',
        businessNumber: '1',
        takeTurn: () => ({ granted: true }),
        send: () => Promise.reject(new Error('was sent')),
      }
      const message = { form: 'freeForm', purpose: 'service' } as const
      await expect(shop.messages.send({ customer, channel, message })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
      expect(await shop.messages.unresolved()).toEqual({ rows: [], next: null })
    })
  })

  test('after the transaction its shop answers no more', async () => {
    const host = await open(temporaryFile())
    const shop = await host.transaction(async (tx) => host.shop.within(tx))
    await expect(shop.customers.add({ name: 'Sari' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'transaction',
    })
  })
})

test.each(drivers)('regression: a closed connection of %s has no transaction', async (driver) => {
  const filename = temporaryFile()
  const shop = await openedShop(filename)
  const connection = connect(filename, driver)
  connection.close()
  await expect(shop.within(connection).customers.list()).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'transaction',
  })
})

const lines = [{ product: 'KOPI-250', quantity: 1, price: 3_000_000_000_000 }]
const taken = { email: 'sari@example.com' }

function connect(
  filename: string,
  driver: string,
): HostConnection & { exec(sql: string): unknown } {
  return driver === 'node:sqlite' ? new DatabaseSync(filename) : new Database(filename)
}

async function openedShop(filename: string): Promise<Shop> {
  const storage = sqliteStorage({ filename })
  const shop = await openShop({ id: 'kopi', storage, currency: 'IDR', timeZone: 'Asia/Jakarta' })
  onTestFinished(() => shop.close())
  return shop
}

async function hostOn(
  filename: string,
  connection: HostConnection & { exec(sql: string): unknown },
): Promise<Host> {
  const shop = await openedShop(filename)
  connection.exec('pragma synchronous = full; create table orders (id text not null)')
  onTestFinished(() => void connection.close())
  return {
    shop,
    orders: () => ordersIn(filename),
    async transaction(work) {
      connection.exec('begin immediate')
      try {
        const result = await work(connection, async (id) => {
          connection.exec(`insert into orders values ('${id}')`)
        })
        connection.exec('commit')
        return result
      } catch (error) {
        connection.exec('rollback')
        throw error
      }
    },
  }
}

async function kyselyHost(filename: string): Promise<Host> {
  const shop = await openedShop(filename)
  const database = new Database(filename)
  database.exec('pragma synchronous = full; create table orders (id text not null)')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  onTestFinished(() => db.destroy())
  return {
    shop,
    orders: () => ordersIn(filename),
    transaction: (work) =>
      db.transaction().execute((tx) =>
        work(tx, async (id) => {
          await sql`insert into orders values (${id})`.execute(tx)
        }),
      ),
  }
}

function ordersIn(filename: string): readonly string[] {
  const connection = new Database(filename, { readonly: true })
  try {
    return connection.prepare<[], string>('select id from orders').pluck().all()
  } finally {
    connection.close()
  }
}
