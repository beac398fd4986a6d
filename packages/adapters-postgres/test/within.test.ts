import { openShop, type Shop } from '@langganan/core'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, newSchema, openPool, openStorage } from './support/storages.ts'

interface Host {
  readonly shop: Shop
  /** Orders that the host has committed. */
  orders(): Promise<readonly string[]>
  /** Begins, does the work, and commits; rolls back what throws. */
  transaction<T>(work: (tx: object, order: TakeOrder) => Promise<T>): Promise<T>
  /** Lets the first customer that is added fail as what cannot be serialized; answers how many were tried. */
  failingOnce(): Promise<() => Promise<number>>
}

/** Writes an order of the host's own, and holds the row of a customer if one is named. */
type TakeOrder = (id: string, held?: string) => Promise<void>

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

  test("after a statement of the host's failed everything is refused, and a rollback makes all well", async () => {
    const host = await open()
    const outcome = host.transaction(async (tx, order) => {
      const shop = host.shop.within(tx)
      await shop.customers.add({ name: 'Sari' })
      await expect(order('too long'.repeat(11))).rejects.toMatchObject({ code: '22001' })
      const calls = [shop.customers.list(), shop.customers.add({ name: 'Budi' }), shop.tick()]
      for (const { status, ...rest } of await Promise.allSettled(calls)) {
        expect(status).toBe('rejected')
        expect(rest).toMatchObject({
          reason: { code: 'INVALID_INPUT', field: 'transaction', cause: { code: '25P02' } },
        })
      }
      throw new Error('nothing more to do')
    })
    await expect(outcome).rejects.toThrow('nothing more to do')
    expect((await host.shop.customers.list()).rows).toEqual([])
    await host.transaction(async (tx) => {
      await host.shop.within(tx).customers.add({ name: 'Citra' })
    })
    expect((await host.shop.customers.list()).rows).toMatchObject([{ name: 'Citra' }])
    expect(await host.orders()).toEqual([])
  })

  test('of two whose transactions wait for each other one gives way, and its host begins again', async () => {
    const host = await open()
    const ids = await Promise.all(
      ['Sari', 'Budi'].map(async (name) => (await host.shop.customers.add({ name })).id),
    )
    const bothHold = barrier(2)
    // Each holds a row of its own, then asks for the other's.
    const crossing = (own: number) =>
      host.transaction(async (tx, order) => {
        const name = `Sari and Budi ${own}`
        await order(`held by ${own}`, ids[own])
        await bothHold()
        await host.shop.within(tx).customers.edit(ids[1 - own] ?? '', { name })
      })
    const outcomes = await Promise.allSettled([crossing(0), crossing(1)])
    const failed = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(failed).toMatchObject([
      { code: 'STORAGE_BUSY', message: expect.stringContaining('begin all of it again') },
    ])
    expect(codesOf(failed[0])).toContain('40P01')
    const orders = await host.orders()
    expect(orders).toHaveLength(1)
    await crossing(outcomes[0].status === 'rejected' ? 0 : 1)
    expect([...(await host.orders())].sort()).toEqual(['held by 0', 'held by 1'])
    const { rows } = await host.shop.customers.list()
    expect(rows.map(({ name }) => name).sort()).toEqual(['Sari and Budi 0', 'Sari and Budi 1'])
    expect(await host.shop.verify()).toEqual({ sound: true, findings: [] })
  })

  test('what Postgres cannot serialize is not begun again by itself', async () => {
    const host = await open()
    const tries = await host.failingOnce()
    const sale = () =>
      host.transaction(async (tx, order) => {
        await order('INV-1')
        await host.shop.within(tx).customers.add({ name: 'Sari' })
      })
    const failed = await sale().catch((error: unknown) => error)
    expect(failed).toMatchObject({
      code: 'STORAGE_BUSY',
      message: expect.stringContaining('begin all of it again'),
    })
    expect(codesOf(failed)).toContain('40001')
    expect(await tries()).toBe(1)
    expect(await host.orders()).toEqual([])
    await sale()
    expect(await tries()).toBe(2)
    expect(await host.orders()).toEqual(['INV-1'])
    expect((await host.shop.customers.list()).rows).toMatchObject([{ name: 'Sari' }])
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

// Rows come as JSON there, in which a double could be taken for an integer.
test('a transaction of Kysely reads a double beyond the safe integers as it was written', async () => {
  const storage = openStorage()
  await storage.shopIds()
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool() }) })
  onTestFinished(() => db.destroy())
  const row = { customerId: 'sari', field: 'size', position: 0, text: null, textFold: null }
  const rows = [1e20, -(2 ** 60), 2 ** 53, 9_007_199_254_740_993e3].map((number, position) => ({
    ...row,
    position,
    number,
  }))
  await db.transaction().execute(async (tx) => {
    await storage.within?.(tx).transaction('kopi', 'write', async (inside) => {
      await inside.apply({ insert: { attributes: rows }, put: {}, remove: {} })
      expect(await inside.find('attributes', 'key', [['sari']])).toEqual(rows)
    })
  })
})

// Its statement begins with `with`.
test('a transaction of Kysely reads the counts of a report as numbers', async () => {
  const storage = openStorage()
  const shop = await openShop({ id: 'kopi', storage, currency: 'IDR', timeZone: 'Asia/Jakarta' })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool() }) })
  onTestFinished(() => db.destroy())
  const span = { labelId: 'baru', at: 1, until: null, by: 'dina', byFold: 'dina' } as const
  const question = { where: { op: 'all', of: [] }, from: 2, to: 3 } as const
  await db.transaction().execute(async (tx) => {
    const { id: customerId } = await shop.within(tx).customers.add({ name: 'Sari' })
    await storage.within?.(tx).transaction('kopi', 'write', async (inside) => {
      await inside.apply({
        insert: { labelSpans: [{ ...span, customerId }] },
        put: {},
        remove: {},
      })
      expect(await inside.report('labelMovement', question)).toEqual([
        { from: 'baru', to: 'baru', customers: 1 },
      ])
    })
  })
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
  await ask(`create table ${schema}.host_orders (id varchar(80) not null)`)
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

/** Postgres keeps the count of a sequence, whatever is undone. */
async function failingOnceIn(schema: string): Promise<() => Promise<number>> {
  await ask(`create sequence ${schema}.tries`)
  await ask(`create function ${schema}.fail_once() returns trigger language plpgsql as $$ begin
    if nextval('${schema}.tries') = 1 then
      raise exception 'could not serialize access' using errcode = '40001';
    end if;
    return new;
  end $$`)
  await ask(`create trigger fail_once before insert on ${schema}.customers
    for each row execute function ${schema}.fail_once()`)
  return async () => {
    const [row] = await ask<{ readonly tries: string }>(
      `select last_value as tries from ${schema}.tries`,
    )
    return Number(row?.tries)
  }
}

/** Lets nobody by until so many are there. */
function barrier(count: number): () => Promise<void> {
  let waiting = count
  let open = (): void => undefined
  const isOpen = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    waiting -= 1
    if (waiting <= 0) open()
    return isOpen
  }
}

/** The codes of an error and of what caused it. */
function codesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return []
  return ['code' in error ? error.code : undefined, ...codesOf(error.cause)]
}

async function clientHost(): Promise<Host> {
  const schema = newSchema()
  const { shop } = await shopIn(schema)
  const pool = openPool()
  onTestFinished(() => pool.end())
  return {
    shop,
    orders: () => ordersIn(schema),
    failingOnce: () => failingOnceIn(schema),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work(client, async (id, held) => {
          await client.query(`insert into ${schema}.host_orders values ($1)`, [id])
          const holding = `select from ${schema}.customers where id = $1 for update`
          if (held !== undefined) await client.query(holding, [held])
        })
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
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
    failingOnce: () => failingOnceIn(schema),
    transaction: (work) =>
      db.transaction().execute((tx) =>
        work(tx, async (id, held) => {
          await sql`insert into ${sql.table(`${schema}.host_orders`)} values (${id})`.execute(tx)
          const customers = sql.table(`${schema}.customers`)
          const holding = sql`select from ${customers} where id = ${held} for update`
          if (held !== undefined) await holding.execute(tx)
        }),
      ),
  }
}
