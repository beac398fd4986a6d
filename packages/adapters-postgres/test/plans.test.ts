import type { Condition, StorageTransaction } from '@langganan/core/storage'
import { beforeAll, describe, expect, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { fill } from './support/filled.ts'
import { recorded } from './support/recorded.ts'
import { ask, newSchema, openPool } from './support/storages.ts'

const late = 990_000
const bigSpenders: Condition = {
  op: 'column',
  column: { table: 'facts', column: 'ltv' },
  test: { is: '>=', value: late },
}
/** Nearly everybody, so that no index but the key is of use. */
const spenders: Condition = { ...bigSpenders, test: { is: '>=', value: 10 } }
const tagged: Condition = { op: 'member', of: 'tag', id: 'tagId 7' }
const overdue: Condition = { op: 'overdue', at: 10_000, low: 1, high: null }
const bought: Condition = {
  op: 'events',
  list: 'purchases',
  filters: [{ column: 'productFold', test: { is: '=', value: 'productFold 3' } }],
  after: late,
  upTo: null,
  measure: 'orders',
  low: 1,
  high: null,
}

/** What is asked of 20,000 rows per table, and the indexes by which Postgres should find the few. */
const plans: readonly (readonly [
  string,
  (tx: StorageTransaction) => Promise<unknown>,
  readonly string[],
])[] = [
  ['a row', (tx) => tx.get('customers', [['id 5']]), ['customers_pkey']],
  [
    'many rows',
    (tx) =>
      tx.get('lines', [
        ['transactionId 5', 5],
        ['transactionId 6', 6],
      ]),
    ['lines_pkey'],
  ],
  [
    'rows of many customers',
    (tx) => tx.find('lines', 'byCustomer', [['c5'], ['c6']]),
    ['lines_by_customer'],
  ],
  ['a page of rows', (tx) => tx.scan('identities', ['phone', 'x'], 10), ['identities_pkey']],
  ['a count on facts', (tx) => tx.count(bigSpenders), ['facts_by_ltv']],
  [
    'members by value',
    (tx) =>
      tx.members({
        where: { op: 'all', of: [] },
        sort: { column: { table: 'facts', column: 'ltv' }, direction: 'descending' },
        after: { id: 'c5', value: late },
        limit: 5,
      }),
    ['facts_by_ltv'],
  ],
  [
    'members by a value that most lack',
    (tx) =>
      tx.members({
        where: { op: 'all', of: [] },
        sort: { column: { table: 'facts', column: 'lastPurchaseAt' }, direction: 'descending' },
        limit: 5,
      }),
    ['facts_by_last_purchase'],
  ],
  [
    'a few customers judged',
    (tx) => tx.members({ where: spenders, among: ['c5', 'c6'], limit: 5 }),
    ['facts_pkey'],
  ],
  [
    'a few customers judged by a tag',
    (tx) => tx.members({ where: tagged, among: ['c5', 'c6'], limit: 5 }),
    ['facts_pkey', 'tag_members_by_customer'],
  ],
  ['all who bought something lately', (tx) => tx.count(bought), ['lines_by_product']],
  [
    'a few who bought something lately',
    (tx) => tx.members({ where: bought, among: ['c5', 'c6'], limit: 5 }),
    ['facts_pkey', 'lines_by_customer'],
  ],
  ['all who owe for long', (tx) => tx.count(overdue), ['transactions_by_overdue']],
  [
    'all with a label',
    (tx) => tx.count({ op: 'label', id: 'labelId 7', before: null }),
    ['label_spans_by_until'],
  ],
  [
    'all who may be lost',
    (tx) => tx.count({ op: 'score', column: 'probabilityAlive', test: { is: '<', value: 500 } }),
    ['scores_by_alive'],
  ],
  [
    'all who belong for long',
    (tx) => tx.count({ op: 'membership', segment: 'segmentId 7', upTo: 5_000 }),
    ['segment_members_by_since'],
  ],
]

const schema = newSchema()

beforeAll(async () => {
  const pool = openPool()
  const storage = postgresStorage({ pool, schema })
  await storage.shopIds()
  await storage.close()
  await pool.end()
  await fill(schema, [
    'customers',
    'facts',
    'identities',
    'lines',
    'transactions',
    'tagMembers',
    'labelSpans',
    'scores',
    'segmentMembers',
  ])
})

describe('the planner', () => {
  test.each(plans)('finds %s by an index', async (_, question, expected) => {
    const { pool, runs } = recorded()
    const storage = postgresStorage({ pool, schema })
    await storage.shopIds()
    await storage.transaction('kopi', 'read', async (tx) => {
      runs.length = 0
      await question(tx)
    })
    const [first] = runs
    const rows = await ask<{ 'QUERY PLAN': string }>(`explain ${first?.sql}`, first?.parameters)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    const used = [...plan.matchAll(/(?:using|Index Scan on) (\w+)/g)].map(([, name]) => name)
    for (const index of expected)
      expect({ plan, used }).toEqual({ plan, used: expect.arrayContaining([index]) })
  })
})
