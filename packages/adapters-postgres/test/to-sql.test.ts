import { openShop, type Shop } from '@langganan/core'
import { type Catalogue, type Predicate, purchases } from '@langganan/core/segments'
import { arbitraryPredicate, poolsAt, populateShop } from '@langganan/core/testing'
import fc from 'fast-check'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMemberToSql, postgresStorage, type ToSqlOptions, toSql } from '../src/index.ts'
import { newSchema, openPool } from './support/storages.ts'

const now = new Date('2026-07-15T08:30:00+07:00')
const seed = Number(process.env.LANGGANAN_SEED ?? Date.now() % 1e9)
const numRuns = Number(process.env.LANGGANAN_RUNS ?? 200)

interface HostTables {
  readonly shop_customers: { readonly shop_id: string; readonly id: string; readonly name: string }
  readonly shop_facts: { readonly shop_id: string; readonly customer_id: string }
}

const schema = newSchema()
const pool = openPool()
const storage = postgresStorage({ pool, schema, prefix: 'shop_' })
// The host's own queries, by Kysely's own dialect.
const db = new Kysely<HostTables>({ dialect: new PostgresDialect({ pool }) }).withSchema(schema)

let shop: Shop
let catalogue: Catalogue

beforeAll(async () => {
  shop = await openKopi('kopi-senja')
  await populate(await openKopi('kopi-pagi'), 'another', 5)
  await populate(shop, 'one', 30)
  catalogue = await shop.segments.catalogue()
})

afterAll(() => pool.end())

function openKopi(id: string): Promise<Shop> {
  const clock = () => now.getTime()
  return openShop({ id, currency: 'IDR', timeZone: 'Asia/Jakarta', storage, clock })
}

async function populate(into: Shop, of: string, customers: number): Promise<void> {
  const from = new Date('2026-04-01T00:00:00+07:00')
  await populateShop(into, { seed: of, customers, from, until: now })
  await into.tags.create({ name: 'Regular', where: 'orders >= 2' })
  const [anyone] = (await into.customers.list({ limit: 1 })).rows
  await into.labels.record({ customer: anyone?.id ?? '', label: 'Grade A', change: 'added' })
  await into.segments.create({ name: 'Buyers', where: 'orders >= 1', tracked: true })
  for (const [name, type] of [
    ['skinType', 'text'],
    ['weight', 'number'],
    ['member', 'boolean'],
    ['since', 'date'],
  ] as const)
    await into.attributes.declare({ name, type })
  await into.attributes.declare({ name: 'roast', type: 'choice', choices: ['light', 'Dark'] })
}

function options(): ToSqlOptions {
  return { shopId: 'kopi-senja', schema, prefix: 'shop_', now, catalogue }
}

async function found(predicate: Predicate): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('shop_customers as customers')
    .innerJoin('shop_facts as facts', (join) =>
      join
        .onRef('facts.shop_id', '=', 'customers.shop_id')
        .onRef('facts.customer_id', '=', 'customers.id'),
    )
    .where(toSql(predicate, options()))
    .select('customers.id')
    .orderBy('customers.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function foundById(predicate: Predicate): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('shop_customers as c')
    .where(isMemberToSql(sql.ref('c.id'), predicate, options()))
    .select('c.id')
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}

test("a host's query finds the members of any predicate, and nobody of another shop", async () => {
  const pools = poolsAt(now.getTime(), catalogue.timeZone)
  const count = { mixed: 0 }
  await fc.assert(
    fc.asyncProperty(arbitraryPredicate(catalogue, pools), async (predicate) => {
      const members = await shop.segments.members(predicate, { limit: 1_000 })
      const ids = members.rows.map(({ id }) => id).sort()
      if (ids.length > 0 && ids.length < 30) count.mixed += 1
      expect(await found(predicate)).toEqual(ids)
      expect(await foundById(predicate)).toEqual(ids)
    }),
    { seed, numRuns },
  )
  if (numRuns >= 100) expect(count.mixed).toBeGreaterThan(numRuns / 10)
})

describe('is planned like SQL by hand', () => {
  const explained = async (where: ReturnType<typeof toSql>): Promise<readonly unknown[]> => {
    const [facts, customers] = [
      sql.table(`${schema}.shop_facts`),
      sql.table(`${schema}.shop_customers`),
    ]
    const joined = sql`${facts} as facts join ${customers} as customers on customers.shop_id = facts.shop_id and customers.id = facts.customer_id`
    const plan = await sql<{ readonly 'QUERY PLAN': string }>`
      explain (costs off) select customers.name from ${joined} where ${where}`.execute(db)
    return plan.rows.map((row) => row['QUERY PLAN'])
  }

  test.each<[string, Predicate, ReturnType<typeof toSql>]>([
    [
      'a comparison',
      { field: 'ltv', is: '>=', value: 5_000_000 },
      sql`customers.shop_id = 'kopi-senja' and facts.ltv >= 5000000::bigint`,
    ],
    [
      'a purchase',
      purchases({ product: 'KOPI-250' }).orders.atLeast(1),
      sql`customers.shop_id = 'kopi-senja' and customers.id in (select customer_id from ${sql.table(`${schema}.shop_lines`)} where shop_id = 'kopi-senja' and stands = 1 and product_fold = 'kopi-250')`,
    ],
  ])('%s', async (_, predicate, byHand) => {
    expect(await explained(toSql(predicate, options()))).toEqual(await explained(byHand))
  })
})

describe('refuses', () => {
  const orders: Predicate = { field: 'orders', is: '>=', value: 1 }
  test.each<[string, Partial<ToSqlOptions>, string, string]>([
    ['no shop', { shopId: '' }, 'SHOP_ID_REQUIRED', 'shopId'],
    ['an instant that is none', { now: new Date(Number.NaN) }, 'INVALID_INPUT', 'now'],
    ['a prefix that is none', { prefix: 'Shop"' }, 'INVALID_INPUT', 'prefix'],
  ])('%s', (_, wrong, code, field) => {
    const given = { ...options(), ...wrong }
    const refused = expect.objectContaining({ code, field })
    expect(() => toSql(orders, given)).toThrow(refused)
    expect(() => isMemberToSql(sql.ref('c.id'), orders, given)).toThrow(refused)
  })

  test('a predicate that means nothing in the shop', () => {
    expect(() => toSql({ group: 'nothing' }, options())).toThrow(
      expect.objectContaining({ code: 'PREDICATE_INVALID', field: 'group' }),
    )
  })
})
