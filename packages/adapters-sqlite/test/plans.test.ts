import type { Condition, StorageTransaction } from '@langganan/core/storage'
import { describe, expect, test } from 'vitest'
import { sqliteStorage } from '../src/index.ts'
import { recorded } from './support/recorded.ts'

const ago = 1_700_000_000_000
const everybody: Condition = { op: 'all', of: [] }
const bigSpenders: Condition = {
  op: 'column',
  column: { table: 'facts', column: 'ltv' },
  test: { is: '>=', value: 5 },
}
const fromBandung: Condition = {
  op: 'column',
  column: { table: 'customers', column: 'cityFold' },
  test: { is: '=', value: 'bandung' },
}
const tagged: Condition = { op: 'member', of: 'tag', id: 'vip' }

/** What is asked, and how SQLite should go about it in a new database, without measuring anything. */
const plans: readonly (readonly [string, (tx: StorageTransaction) => Promise<unknown>, string])[] =
  [
    ['a row', (tx) => tx.get('customers', [['a']]), 'customers PRIMARY KEY (shop_id=? AND id=?)'],
    [
      'many rows',
      (tx) =>
        tx.get('lines', [
          ['a', 0],
          ['b', 1],
        ]),
      'lines PRIMARY KEY (shop_id=? AND transaction_id=? AND position=?)',
    ],
    [
      'rows of a customer',
      (tx) => tx.find('identities', 'byCustomer', [['a']]),
      'identities INDEX identities_by_customer (shop_id=? AND customer_id=?)',
    ],
    [
      'rows of many customers',
      (tx) => tx.find('lines', 'byCustomer', [['a'], ['b']]),
      'lines INDEX lines_by_customer (shop_id=? AND customer_id=?)',
    ],
    [
      'a page of rows',
      (tx) => tx.scan('identities', ['phone', 'x'], 10),
      'identities PRIMARY KEY (shop_id=? AND (kind,value)>(?,?))',
    ],
    [
      'a count on facts',
      (tx) => tx.count(bigSpenders),
      'facts COVERING INDEX facts_by_ltv (shop_id=? AND ltv>?)',
    ],
    ['a count on profiles', (tx) => tx.count(fromBandung), 'customers PRIMARY KEY (shop_id=?)'],
    [
      'a count on both',
      (tx) => tx.count({ op: 'all', of: [bigSpenders, fromBandung] }),
      'facts COVERING INDEX facts_by_ltv (shop_id=? AND ltv>?) | customers PRIMARY KEY (shop_id=? AND id=?)',
    ],
    [
      'members by value',
      (tx) =>
        tx.members({
          where: everybody,
          sort: { column: { table: 'facts', column: 'ltv' }, direction: 'descending' },
          after: { id: 'a', value: 5 },
          limit: 5,
        }),
      'facts COVERING INDEX facts_by_ltv (shop_id=? AND ltv<?)',
    ],
    [
      'members by name',
      (tx) =>
        tx.members({
          where: everybody,
          sort: { column: { table: 'customers', column: 'nameFold' }, direction: 'ascending' },
          after: { id: 'a', value: 'budi' },
          limit: 5,
        }),
      'customers COVERING INDEX customers_by_name (shop_id=? AND name_fold>?)',
    ],
    [
      'a few customers judged',
      (tx) => tx.members({ where: bigSpenders, among: ['a', 'b'], limit: 5 }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?)',
    ],
    [
      'a few customers judged by a tag',
      (tx) => tx.members({ where: tagged, among: ['a', 'b'], limit: 5 }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | tag_members PRIMARY KEY (shop_id=? AND tag_id=? AND customer_id=?)',
    ],
    [
      'a few customers judged by purchases',
      (tx) => tx.members({ where: purchases('kopi'), among: ['a', 'b'], limit: 5 }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | lines INDEX lines_by_customer (shop_id=? AND customer_id=? AND at>?)',
    ],
    [
      'all judged by purchases of a product',
      (tx) => tx.count(purchases('kopi')),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | lines INDEX lines_by_product (shop_id=? AND product_fold=? AND at>?)',
    ],
    [
      'accounts of customers',
      (tx) => tx.report('customerAccounts', { customerIds: ['a', 'b'] }),
      'e COVERING INDEX entries_by_customer (shop_id=? AND customer_id=?) | p PRIMARY KEY (shop_id=? AND entry_id=?)',
    ],
  ]

describe('the planner', () => {
  test.each(plans)('finds %s by the right way', async (_, ask, expected) => {
    const { connection, database, runs } = recorded()
    const storage = sqliteStorage({ database: connection, prefix: '' })
    await storage.shopIds()
    await storage.transaction('kopi', 'read', async (tx) => {
      runs.length = 0
      await ask(tx)
    })
    const [first] = runs
    const steps = database
      .prepare<unknown[], { detail: string }>(`explain query plan ${first?.sql}`)
      .all(first?.parameters ?? [])
      .map(({ detail }) => /^(?:SEARCH|SCAN) (.*)$/.exec(detail)?.[1]?.replace('USING ', ''))
      .filter((step) => step !== undefined && !step.startsWith('json_each'))
    expect(steps.join(' | ')).toBe(expected)
  })
})

function purchases(product: string): Condition {
  return {
    op: 'events',
    list: 'purchases',
    filters: [{ column: 'productFold', test: { is: '=', value: product } }],
    after: ago,
    upTo: null,
    measure: 'orders',
    low: 3,
    high: null,
  }
}
