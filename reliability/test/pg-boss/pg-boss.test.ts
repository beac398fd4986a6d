/** The guide to jobs with pg-boss: its code and its tables, on a real server. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresStorage } from '@langganan/adapters-postgres'
import { openShop, type Shop } from '@langganan/core'
import pg from 'pg'
import { type Job, PgBoss } from 'pg-boss'
import { expect, inject, onTestFinished, test } from 'vitest'
import { follow, once, type Paid, startReceipts, writeReceipts } from './jobs.ts'

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/pg-boss.md'), 'utf8')
const tables = readFileSync(join(import.meta.dirname, 'tables.sql'), 'utf8')

test('the guide shows what is tested here', () => {
  const code = readFileSync(join(import.meta.dirname, 'jobs.ts'), 'utf8')
  expect(guide).toContain(`\`\`\`ts unrun\n${code}\`\`\``)
  expect(guide).toContain(`\`\`\`sql\n${tables}\`\`\``)
})

test('each event is made a job once, whoever follows how often', async () => {
  const { shop, pool, boss } = await host()
  await pay(shop, 'INV-1', 3)
  const read = await Promise.all([1, 2, 3].map(() => follow(shop, pool, boss, 'receipts')))
  expect(read.filter((events) => events > 0)).toHaveLength(1)
  expect(await jobs(boss)).toHaveLength(3)
  expect(await follow(shop, pool, boss, 'receipts')).toBe(0)
  await pay(shop, 'INV-2', 1)
  expect(await follow(shop, pool, boss, 'receipts')).toBeGreaterThan(0)
  expect(await jobs(boss)).toHaveLength(1)
})

test('a consumer that comes later reads the log from its beginning, and moves no other', async () => {
  const { shop, pool, boss } = await host()
  await pay(shop, 'INV-1', 2)
  await follow(shop, pool, boss, 'receipts')
  await boss.createQueue('thanks')
  await follow(shop, pool, boss, 'thanks')
  expect(await jobs(boss, 'thanks')).toHaveLength(2)
  expect(await jobs(boss, 'receipts')).toHaveLength(2)
})

test('of a run that fails nothing stays, and the next one on that client hands all on', async () => {
  const { shop, pool, boss } = await host({ max: 1 })
  await pay(shop, 'INV-1', 2)
  await pool.query('alter table my_cursors add constraint later check (after is null)')
  await expect(follow(shop, pool, boss, 'receipts')).rejects.toMatchObject({ code: '23514' })
  expect(await jobs(boss)).toEqual([])
  await pool.query('alter table my_cursors drop constraint later')
  await follow(shop, pool, boss, 'receipts')
  expect(await jobs(boss)).toHaveLength(2)
})

test('a job that comes twice is worked on once; one that failed, again', async () => {
  const { shop, pool, boss } = await host()
  await pay(shop, 'INV-1', 1)
  await follow(shop, pool, boss, 'receipts')
  const [job] = await jobs(boss)
  const id = job?.id ?? ''
  const receipts = async () => (await pool.query('select amount::int from my_receipts')).rows
  const failing = once(pool, id, async (client) => {
    await client.query('insert into my_receipts select customer, 1 from my_receipts')
    throw new Error('out of paper')
  })
  await expect(failing).rejects.toThrow('out of paper')
  const work = writeReceipts(shop, pool)
  const given = await again(boss, id)
  await Promise.all([work(given), work(given)])
  await work(given)
  expect(await receipts()).toEqual([{ amount: 1_000 }])
})

test('all of it together: what is paid gets its receipt, before the start and after', async () => {
  const { shop, pool, boss } = await host()
  const client = await pool.connect()
  onTestFinished(() => client.release())
  await client.query(`
    create function told() returns trigger as
      'begin perform pg_notify(current_schema, new.amount::text); return null; end' language plpgsql;
    create trigger told after insert on my_receipts for each row execute function told()`)
  const { rows } = await client.query<{ own: string }>('select current_schema as own')
  await client.query(`listen ${rows[0]?.own}`)
  const receipt = () => new Promise((resolve) => client.once('notification', resolve))
  const first = receipt()
  await pay(shop, 'INV-1', 1)
  const stop = await startReceipts(shop, pool, boss)
  onTestFinished(stop)
  expect(await first).toMatchObject({ payload: '1000' })
  const second = receipt()
  await pay(shop, 'INV-2', 1)
  expect(await second).toMatchObject({ payload: '1000' })
})

interface Host {
  readonly shop: Shop
  readonly pool: pg.Pool
  readonly boss: PgBoss
}

/** A program with a shop, tables of its own and pg-boss, each in a schema of the test's own. */
async function host(settings: pg.PoolConfig = {}): Promise<Host> {
  const connectionString = inject('postgres')
  const own = newSchema()
  const options = `-c search_path=${own}`
  const pool = new pg.Pool({ connectionString, options, ...settings })
  const storage = postgresStorage({ connectionString, schema: newSchema() })
  const boss = new PgBoss({
    connectionString,
    schema: newSchema(),
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  onTestFinished(async () => {
    await boss.stop({ graceful: false })
    await storage.close()
    await pool.end()
  })
  await boss.start()
  await boss.createQueue('receipts')
  await pool.query(`create schema ${own}; ${tables}`)
  const shop = await openShop({ id: 'kopi', currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
  return { shop, pool, boss }
}

const newSchema = (): string => `t${randomBytes(8).toString('hex')}`

async function pay(shop: Shop, orderId: string, payments: number): Promise<void> {
  const { id: customer } = await shop.customers.add({ name: orderId })
  const lines = [{ product: 'KOPI-250', quantity: payments, price: 1_000 }]
  await shop.transactions.record({ customer, orderId, lines })
  for (let reference = 0; reference < payments; reference += 1) {
    await shop.transactions.pay({ orderId, amount: 1_000, reference: `${orderId}/${reference}` })
  }
}

/** Takes all jobs that wait. */
function jobs(boss: PgBoss, queue = 'receipts'): Promise<Job<Paid>[]> {
  return boss.fetch<Paid>(queue, { batchSize: 100 })
}

/** The job as pg-boss gives it to the next worker, after this one failed. */
async function again(boss: PgBoss, id: string): Promise<Job<Paid>[]> {
  await boss.fail('receipts', id)
  return jobs(boss)
}
