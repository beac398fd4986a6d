import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop, type Transaction } from '@langganan/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonOf, tokoIn } from './support/toko.ts'

const data = process.env.LANGGANAN_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const file = resolve(data, 'online-retail/OnlineRetail.csv.gz')
const absent = !existsSync(file)
if (absent)
  console.warn(`Skipped: Online Retail is not in ${data}; LANGGANAN_DATA says where it is.`)

const columns =
  '--order InvoiceNo --product StockCode --quantity Quantity --price UnitPrice --date InvoiceDate --customer CustomerID --country Country'
const rejected = { noCustomer: 135_080, zeroQuantity: 0, noPrice: 40 }

describe.skipIf(absent)('a year of a shop, 541,909 rows', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'toko-'))
  const run = tokoIn(cwd)
  const importAll = () => run('import', 'orders', file, ...columns.split(' '), '--json')
  const count = async (predicate: object) =>
    jsonOf(await run('segment', 'count', JSON.stringify(predicate), '--json'))

  beforeAll(async () => {
    await run('init', '--id', 'gifts', '--currency', 'GBP', '--time-zone', 'UTC')
    expect(jsonOf(await importAll())).toEqual({
      orders: 18_532,
      creditNotes: 3_654,
      lines: 397_884 + 8_905,
      customers: 4_371,
      rejected,
      unchanged: 0,
    })
    return () => rmSync(cwd, { recursive: true, force: true })
  }, 600_000)

  test('to the penny', async () => {
    const facts = await factsOf(join(cwd, 'shop.db'))
    expect(facts).toEqual({
      sales: { orders: 18_532, lines: 397_884, customers: 4_338, pence: 891_140_790 },
      creditNotes: { orders: 3_654, lines: 8_905, customers: 1_589, pence: 61_134_209 },
      customers: 4_371,
      ltv: 830_006_581,
    })
  }, 600_000)

  test('segments and monitoring', async () => {
    expect(await count({ field: 'orders', is: '>=', value: 2 })).toEqual({ count: 2_845 })
    expect(await count({ field: 'orders', is: '>=', value: 5 })).toEqual({ count: 1_114 })
    const most = { purchases: { product: '23843' }, measure: 'quantity', is: '>=', value: 80_995 }
    expect(await count(most)).toEqual({ count: 1 })
    expect(jsonOf(await run('monitor', '--json'))).toEqual({
      total: 4_371,
      active: 0,
      passive: 4_371,
      productive: 4_338,
      largestGroup: null,
      largestSegment: null,
    })
  })

  test('the second run of the same import changes nothing', async () => {
    const before = await eventsOf(join(cwd, 'shop.db'))
    expect(jsonOf(await importAll())).toEqual({
      orders: 0,
      creditNotes: 0,
      lines: 0,
      customers: 0,
      rejected,
      unchanged: 18_532 + 3_654,
    })
    expect(await eventsOf(join(cwd, 'shop.db'))).toBe(before)
  }, 600_000)
})

/** Summed up from the transactions themselves, beside the facts that the shop keeps. */
async function factsOf(filename: string) {
  const shop = await openShop({ id: 'gifts', storage: sqliteStorage({ filename }) })
  const sums = { sale: emptySum(), creditNote: emptySum() }
  let customers = 0
  let ltv = 0
  let after: string | null = null
  do {
    const page = await shop.customers.list({ limit: 1_000, ...(after === null ? {} : { after }) })
    for (const customer of page.rows) {
      customers += 1
      ltv += customer.ltv
      for (const transaction of await shop.transactions.of(customer.id)) {
        add(sums[transaction.kind], transaction)
      }
    }
    after = page.next
  } while (after !== null)
  await shop.close()
  const shown = ({ of, ...sum }: Sum) => ({ ...sum, customers: of.size })
  return { sales: shown(sums.sale), creditNotes: shown(sums.creditNote), customers, ltv }
}

interface Sum {
  orders: number
  lines: number
  pence: number
  readonly of: Set<string>
}

function emptySum(): Sum {
  return { orders: 0, lines: 0, pence: 0, of: new Set() }
}

function add(sum: Sum, { lines, customer }: Transaction): void {
  sum.orders += 1
  sum.lines += lines.length
  for (const line of lines) sum.pence += line.total
  sum.of.add(customer)
}

/** Where the log of the shop ends. */
async function eventsOf(filename: string): Promise<string | null> {
  const shop = await openShop({ id: 'gifts', storage: sqliteStorage({ filename }) })
  let cursor: string | null = null
  for (;;) {
    const page = await shop.events.read({
      limit: 1_000,
      ...(cursor === null ? {} : { after: cursor }),
    })
    if (page.events.length === 0) break
    cursor = page.cursor
  }
  await shop.close()
  return cursor
}
