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
const overdue: Condition = { op: 'overdue', at: ago, low: 1_000_000, high: null }
const overdueSince: Condition = {
  op: 'column',
  column: { table: 'facts', column: 'overdueSince' },
  test: { is: '<=', value: ago },
}
const bounced: Condition = {
  op: 'identity',
  kind: 'email',
  column: 'bouncedAt',
  test: { is: '>=', value: 0 },
}
const windowOpen: Condition = {
  op: 'column',
  column: { table: 'facts', column: 'windowClosesAt' },
  test: { is: '>', value: ago },
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
      'all judged by what is overdue',
      (tx) => tx.count(overdue),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | transactions COVERING INDEX transactions_by_overdue (shop_id=?)',
    ],
    [
      'a few customers judged by what is overdue',
      (tx) => tx.members({ where: overdue, among: ['a', 'b'], limit: 5 }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | transactions COVERING INDEX transactions_by_overdue (shop_id=? AND customer_id=? AND overdue_at<?)',
    ],
    [
      'all who are overdue that long',
      (tx) => tx.count(overdueSince),
      'facts COVERING INDEX facts_by_overdue (shop_id=? AND overdue_since<?)',
    ],
    [
      'open sales of a customer that are due',
      (tx) => tx.find('transactions', 'byOverdue', [['a']]),
      'transactions INDEX transactions_by_overdue (shop_id=? AND customer_id=? AND overdue_at>?)',
    ],
    [
      'all whose mail came back',
      (tx) => tx.count(bounced),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | identities COVERING INDEX identities_by_bounce (shop_id=? AND kind=? AND bounced_at>?)',
    ],
    [
      'all who can receive something',
      (tx) => tx.count({ op: 'all', of: [windowOpen, { op: 'reachable' }] }),
      'facts COVERING INDEX facts_by_window (shop_id=? AND window_closes_at>?) | identities EXISTS COVERING INDEX identities_by_customer (shop_id=? AND customer_id=? AND kind=?)',
    ],
    [
      'all judged by a label',
      (tx) => tx.count({ op: 'label', id: 'a', before: null }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | label_spans COVERING INDEX label_spans_by_until (shop_id=? AND label_id=? AND until=?)',
    ],
    [
      'all judged by a label of a day',
      (tx) => tx.count({ op: 'label', id: 'a', before: ago }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | label_spans INDEX label_spans_by_until (shop_id=? AND label_id=? AND until=?) | label_spans INDEX label_spans_by_until (shop_id=? AND label_id=? AND until>?)',
    ],
    [
      'a few customers judged by a label',
      (tx) =>
        tx.members({ where: { op: 'label', id: 'a', before: null }, among: ['a', 'b'], limit: 5 }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | label_spans COVERING INDEX label_spans_by_until (shop_id=? AND label_id=? AND until=? AND customer_id=?)',
    ],
    [
      'all judged by labels put on',
      (tx) =>
        tx.count({
          op: 'events',
          list: 'labels',
          filters: [
            { column: 'labelId', test: { is: '=', value: 'a' } },
            { column: 'byFold', test: { is: '=', value: 'dina' } },
          ],
          after: ago,
          upTo: null,
          measure: 'count',
          low: 1,
          high: null,
        }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | label_spans INDEX label_spans_by_label (shop_id=? AND label_id=? AND at>?)',
    ],
    [
      'all judged by a consent',
      (tx) => tx.count(consent('whatsapp')),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | consents COVERING INDEX consents_by_decision (shop_id=? AND purpose=? AND decision=? AND channel=?)',
    ],
    [
      'all judged by a consent on any channel',
      (tx) => tx.count(consent(null)),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | consents COVERING INDEX consents_by_decision (shop_id=? AND purpose=? AND decision=?)',
    ],
    [
      'all judged by a score',
      (tx) =>
        tx.count({ op: 'score', column: 'probabilityAlive', test: { is: '<', value: 300_000 } }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | scores COVERING INDEX scores_by_alive (shop_id=? AND probability_alive<?)',
    ],
    [
      'all judged by a group of scores',
      (tx) => tx.count({ op: 'score', column: 'rfmGroup', test: { is: '=', value: 'loyal' } }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | scores COVERING INDEX scores_by_group (shop_id=? AND rfm_group=?)',
    ],
    [
      'all judged by how long they belong',
      (tx) => tx.count({ op: 'membership', segment: 'a', upTo: ago }),
      'facts PRIMARY KEY (shop_id=? AND customer_id=?) | segment_members COVERING INDEX segment_members_by_since (shop_id=? AND segment_id=? AND since<?)',
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

function consent(channel: 'whatsapp' | null): Condition {
  return { op: 'consent', purpose: 'marketing', channel, decisions: ['granted'] }
}

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
