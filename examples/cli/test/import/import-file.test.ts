import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/import/import-file.ts'
import type { Problem } from '../../src/import/staged-line.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const refused = (message: string | RegExp, code = 'INVALID_INPUT') =>
  expect.objectContaining({ code, message: expect.stringMatching(message) })

describe('an import of orders', () => {
  test('gathers the rows of an order from anywhere, at the earliest of their times', async () => {
    const session = await memorySession()
    const imported = await importCsv(session, [
      'A-1,KOPI,2,5.50,2026-01-02 10:01,C1',
      'A-2,TEH,1,3,2026-01-01 09:00,C2',
      'A-1,TEH,1,3,2026-01-02 10:00,C1',
    ])
    expect(imported).toMatchObject({
      orders: 2,
      creditNotes: 0,
      lines: 3,
      customers: 2,
      unchanged: 0,
    })
    const order = await session.shop.transactions.get('A-1')
    expect(order).toMatchObject({
      at: new Date('2026-01-02T10:00:00Z'),
      total: 1_400,
      status: 'paid',
    })
    expect(order.lines.map(({ product }) => product)).toEqual(['KOPI', 'TEH'])
  })

  test('adds customers under their number, with the first order as first contact', async () => {
    const session = await memorySession()
    await importCsv(
      session,
      [
        'A-2,TEH,1,3,2026-01-05,C1,',
        'A-1,TEH,1,3,2026-01-01,C1,France',
        'A-3,TEH,1,3,2026-01-02,C2,',
      ],
      { extra: 'Country', country: 'Country' },
    )
    const { rows } = await session.shop.customers.list({ sort: 'name' })
    expect(rows).toMatchObject([
      { name: 'C1', external: ['C1'], country: 'France', acquisition: 'import', orders: 2 },
      { name: 'C2', external: ['C2'], country: null, orders: 1 },
    ])
    expect(rows[0]?.firstContactAt).toEqual(new Date('2026-01-01T00:00:00Z'))
  })

  test('takes names, phones, addresses and cities where columns hold them', async () => {
    const session = await memorySession()
    await importCsv(
      session,
      ['A-1,TEH,1,3,2026-01-01,C1,Sari Dewi,0812-3456-7890,sari@example.com,Bandung'],
      { extra: 'Name,Phone,Mail,City', name: 'Name', phone: 'Phone', email: 'Mail', city: 'City' },
    )
    expect(await session.shop.customers.find('phone', '+6281234567890')).toMatchObject({
      name: 'Sari Dewi',
      email: 'sari@example.com',
      city: 'Bandung',
      external: ['C1'],
    })
  })

  test('of negative quantities alone is a credit note refunded in full', async () => {
    const session = await memorySession()
    const imported = await importCsv(session, [
      'A-1,KOPI,2,5.50,2026-01-02,C1',
      'C-1,KOPI,-1,5.50,2026-01-03,C1',
      'C-1,TEH,-2,1.25,2026-01-03,C1',
    ])
    expect(imported).toMatchObject({ orders: 1, creditNotes: 1, lines: 3 })
    expect(await session.shop.transactions.get('C-1')).toMatchObject({
      kind: 'creditNote',
      total: 800,
      open: 0,
    })
    const { rows } = await session.shop.customers.list()
    expect(rows).toMatchObject([{ ltv: 300, balance: 0 }])
  })

  test('rounds each line half up, from the decimal text', async () => {
    const session = await memorySession()
    await importCsv(session, [
      'A-1,A,1,0.005,2026-01-01,C1',
      'A-1,B,3,0.335,2026-01-01,C1',
      'A-1,C,1,1.0049,2026-01-01,C1',
      'A-1,D,1,0.001,2026-01-01,C1',
      'C-1,A,-1,0.005,2026-01-02,C1',
    ])
    const { lines } = await session.shop.transactions.get('A-1')
    expect(lines.map(({ total }) => total)).toEqual([1, 101, 100, 0])
    expect(lines.map(({ price }) => price)).toEqual([1, 34, 100, 0])
    expect(await session.shop.transactions.get('C-1')).toMatchObject({ total: 1 })
  })

  test('counts rows left out under the first reason that applies', async () => {
    const session = await memorySession()
    const imported = await importCsv(session, [
      'B-1,A,0,0,not a date,',
      'B-1,A,x,-5,2026-01-01, ',
      'A-1,A,0,0,2026-01-01,C1',
      'A-1,A,0,x,2026-01-01,C1',
      'A-1,A,1,0,2026-01-01,C1',
      'A-1,A,1,0.00,2026-01-01,C1',
      'A-1,A,1,,2026-01-01,C1',
    ])
    expect(imported.rejected).toEqual({
      noCustomer: { count: 2, rows: [2, 3] },
      zeroQuantity: { count: 2, rows: [4, 5] },
      noPrice: { count: 3, rows: [6, 7, 8] },
    })
    expect(imported).toMatchObject({ orders: 0, customers: 0 })
  })

  test('twice changes nothing the second time, and goes on where new orders came', async () => {
    const session = await memorySession()
    const rows = ['A-1,KOPI,2,5.50,2026-01-02,C1', 'C-1,KOPI,-1,5.50,2026-01-03,C1']
    await importCsv(session, rows)
    const { events, cursor } = await session.shop.events.read({ limit: 1_000 })
    expect(await importCsv(session, rows)).toMatchObject({
      orders: 0,
      creditNotes: 0,
      lines: 0,
      customers: 0,
      unchanged: 2,
      payments: 0,
      leftOut: 0,
      notes: [],
    })
    expect(await session.shop.events.read({ limit: 1_000 })).toEqual({ events, cursor })
    const more = ['A-0,TEH,1,1,2026-01-01,C2', 'C-2,TEH,-1,1,2026-01-05,C2']
    expect(await importCsv(session, [...rows, ...more])).toMatchObject({
      orders: 1,
      creditNotes: 1,
      lines: 2,
      customers: 1,
      unchanged: 2,
    })
  })

  test('leaves out an order that cannot be one where that is wanted, says why, and goes on', async () => {
    const session = await memorySession()
    const rows = [
      'A-1,KOPI,2,5,2026-01-02,C1',
      'A-2,KOPI,2,5,2026-01-02,C1',
      'A-2,KOPI,-1,5,2026-01-02,C1',
      'A-3,KOPI,1,5,2026-01-02,C1',
      'A-3,KOPI,1,5,2026-01-02,C2',
      ',KOPI,1,5,2026-01-02,C1',
      'A-4,KOPI,1,5,2027-01-02,C1',
      'A-5,KOPI,1,x,2026-01-02,C1',
      'A-5,KOPI,1,5,2026-01-02,C1',
    ]
    const problems: Problem[] = []
    const heard = (problem: Problem): unknown => problems.push(problem)
    const imported = await importCsv(session, rows, { skipInvalid: true }, heard)
    expect(imported).toMatchObject({ orders: 1, customers: 1, leftOut: 5 })
    expect(problems.map(({ row, order, field }) => [row, order, field])).toEqual([
      [3, 'A-2', 'Qty'],
      [5, 'A-3', 'Customer'],
      [7, null, 'Order'],
      [8, 'A-4', 'Date'],
      [9, 'A-5', 'Price'],
    ])
    await expect(importCsv(session, rows)).rejects.toThrow(
      refused('^5 rows are wrong, and nothing was imported'),
    )
  })

  test('names the first twenty wrong rows, and how many there are', async () => {
    const session = await memorySession()
    const rows = Array.from({ length: 1_234 }, (_, i) => `A-${i},K,1,x,2026-01-01,C1`)
    const error = await importCsv(session, rows).catch((each: unknown) => each)
    const lines = String(error).split('\n')
    expect(lines[0]).toContain('1,234 rows are wrong')
    expect(lines.at(-1)).toBe('  And 1,214 more.')
    expect(lines).toHaveLength(22)
  })

  test('measures the rhythm where an earlier run ended before it did', async () => {
    const session = await memorySession()
    const rows = ['01-01', '01-08', '01-15'].map((day, i) => `A-${i},KOPI,1,5,2026-${day},C1`)
    const measured = async () => {
      const { events } = await session.shop.events.read({ limit: 1_000 })
      return events.filter(({ type }) => type === 'loyalty.refreshed').length
    }
    for (const [i, day] of ['01-01', '01-08', '01-15'].entries()) {
      await session.shop.transactions.record({
        orderId: `A-${i}`,
        at: new Date(`2026-${day}T00:00:00Z`),
        customer: {
          name: 'C1',
          external: 'C1',
          acquisition: 'import',
          firstContactAt: new Date(`2026-${day}T00:00:00Z`),
        },
        lines: [{ product: 'KOPI', quantity: 1, price: 500, total: 500 }],
        paid: true,
      })
    }
    expect(await measured()).toBe(0)
    expect(await importCsv(session, rows)).toMatchObject({ orders: 0, unchanged: 3 })
    expect(await measured()).toBe(1)
    await importCsv(session, rows)
    expect(await measured()).toBe(1)
  })

  test('more orders than fit one batch come in the order of their times', async () => {
    const session = await memorySession()
    const day = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString()
    const rows = Array.from(
      { length: 2_500 },
      (_, i) => `A-${i},KOPI,1,5,${day(2_500 - i)},C${i % 7}`,
    )
    expect(await importCsv(session, rows)).toMatchObject({ orders: 2_500, customers: 7 })
    const customer = await session.shop.customers.find('external', 'C3')
    const orders = await session.shop.transactions.of(customer?.id ?? '')
    const recorded = [...orders]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ at }) => at.getTime())
    expect(recorded).toEqual([...recorded].sort((a, b) => a - b))
  })
})

describe('what a column may say of money', () => {
  test('a stated total counts, and the price is informative', async () => {
    const session = await memorySession()
    await importCsv(
      session,
      [
        'A-1,KOPI,3,5.50,2026-01-01,C1,16.00',
        'A-1,TEH,2,1.10,2026-01-01,C1,',
        'C-1,KOPI,-3,5.50,2026-01-02,C1,-16.00',
      ],
      { extra: 'Total', total: 'Total' },
    )
    expect(await session.shop.transactions.get('A-1')).toMatchObject({ total: 1_820 })
    expect(await session.shop.transactions.get('C-1')).toMatchObject({ total: 1_600 })
  })

  test('paid: an amount, a word, or nothing for all of it', async () => {
    const session = await memorySession()
    const rows = ['all,,', 'some,4.00,', 'none,no,', 'yes,yes,'].map((row) => {
      const [order, paid] = row.split(',')
      return `${order},KOPI,1,10,2026-01-01,C1,${paid}`
    })
    await importCsv(session, rows, { extra: 'Paid', paid: 'Paid' })
    const settled = async (order: string) => (await session.shop.transactions.get(order)).settled
    expect(await Promise.all(['all', 'some', 'none', 'yes'].map(settled))).toEqual([
      1_000, 400, 0, 1_000,
    ])
  })

  test('another currency with its rate', async () => {
    const session = await memorySession('IDR', 'Asia/Jakarta')
    await importCsv(
      session,
      ['A-1,KOPI,2,9.99,2026-01-01,C1,USD,16250.50', 'A-2,KOPI,1,55000,2026-01-01,C1,IDR,'],
      { extra: 'Currency,Rate', currency: 'Currency', rate: 'Rate' },
    )
    expect(await session.shop.transactions.get('A-1')).toMatchObject({
      currency: 'USD',
      total: 1_998,
      bookTotal: 324_685,
    })
    expect(await session.shop.transactions.get('A-2')).toMatchObject({
      currency: 'IDR',
      total: 55_000,
    })
  })

  test('thousands and decimals as the file writes them', async () => {
    const session = await memorySession()
    await importCsv(session, ['A-1,KOPI,1,"1.234,56",2026-01-01,C1'], { decimalMark: ',' })
    await importCsv(session, ['A-2,KOPI,1,"1,234.56",2026-01-01,C1'], { decimalMark: '.' })
    await importCsv(session, ['A-3,KOPI,1,55.000,2026-01-01,C1'], { decimalMark: ',' })
    const total = async (order: string) => (await session.shop.transactions.get(order)).total
    expect(await Promise.all(['A-1', 'A-2', 'A-3'].map(total))).toEqual([
      123_456, 123_456, 5_500_000,
    ])
  })
})

describe('a wrong cell is refused with its row and column, and nothing is recorded', () => {
  const good = 'A-0,KOPI,1,5,2026-01-01,C0'
  test.each([
    [
      'a date that does not exist',
      'A-1,K,1,5,2026-02-30,C1',
      'column Date: Expected a date that exists',
    ],
    ['an hour that the clocks skip', 'A-1,K,1,5,2026-03-29 01:30,C1', 'column Date'],
    ['a year of two digits', 'A-1,K,1,5,01/12/25,C1', 'column Date: .*four-digit year'],
    ['a date of another form', 'A-1,K,1,5,31/12/2025,C1', 'column Date: .*--date-format'],
    [
      'half a piece',
      'A-1,K,1.5,5,2026-01-01,C1',
      'column Qty: Expected a whole number of pieces, such as 2',
    ],
    ['no quantity', 'A-1,K,,5,2026-01-01,C1', 'column Qty'],
    ['more pieces than are exact', 'A-1,K,9007199254740993,5,2026-01-01,C1', 'column Qty'],
    ['a price in words', 'A-1,K,1,five,2026-01-01,C1', 'column Price: Expected a number'],
    ['a price below 0', 'A-1,K,1,-5,2026-01-01,C1', 'column Price: Expected 0 or more'],
    ['a price with an exponent', 'A-1,K,1,1e3,2026-01-01,C1', 'column Price'],
    [
      'a price that is ambiguous',
      'A-1,K,1,55.000,2026-01-01,C1',
      'column Price: Thousands or decimals',
    ],
    [
      'an amount that is not exact',
      'A-1,K,99999999,9999999999,2026-01-01,C1',
      'column Price: The amount is too large',
    ],
    ['no order', ',K,1,5,2026-01-01,C1', 'column Order: Expected a value'],
    ['no product', 'A-1,,1,5,2026-01-01,C1', 'column Product: Expected a value'],
    [
      'a long product',
      `A-1,${'K'.repeat(201)},1,5,2026-01-01,C1`,
      'column Product: Expected at most 200',
    ],
  ])('%s', async (_, row, message) => {
    const session = await memorySession('GBP', 'Europe/London')
    await expect(importCsv(session, [good, row])).rejects.toThrow(refused(`^Row 3, ${message}`))
    expect(await session.shop.reports.monitoring()).toMatchObject({ total: 0 })
  })

  test('a time after the clock', async () => {
    const session = await memorySession()
    await expect(importCsv(session, [good, 'A-1,K,1,5,2027-01-01,C1'])).rejects.toThrow(
      refused('^Row 3, column Date', 'TIME_IN_FUTURE'),
    )
    expect(await session.shop.reports.monitoring()).toMatchObject({ total: 0 })
  })

  test.each([
    ['Phone', '999', 'phone'],
    ['Phone', 'Dewi', 'phone'],
    ['Mail', 'dewi', 'email'],
  ] as const)('a %s that is none: %s', async (column, value, key) => {
    const session = await memorySession()
    const more = { extra: column, [key]: column }
    const work = importCsv(session, [`${good},`, `A-1,K,1,5,2026-01-01,C1,${value}`], more)
    await expect(work).rejects.toThrow(refused(`^Row 3, column ${column}: `))
    await expect(work).rejects.not.toThrow(value)
    expect(await session.shop.reports.monitoring()).toMatchObject({ total: 0 })
  })

  test('a currency that is none, or has no rate', async () => {
    const session = await memorySession()
    const more = { extra: 'Currency,Rate', currency: 'Currency', rate: 'Rate' }
    await expect(importCsv(session, [`${good},GBB,`], more)).rejects.toThrow(
      refused('column Currency'),
    )
    await expect(importCsv(session, [`${good},USD,`], more)).rejects.toThrow(refused('column Rate'))
    await expect(importCsv(session, [`${good},USD,0`], more)).rejects.toThrow(
      refused('column Rate'),
    )
  })
})

test('says once which form of dates to try', async () => {
  const session = await memorySession()
  const days = ['31/12/2025', '05/06/2026', '07.06.2026']
  const rows = days.map((day, i) => `A-${i},K,1,5,${day},C1`)
  const tryFirst = refused(
    '^Most dates are in another form: try --date-format DD/MM/YYYY\\. 3 rows',
  )
  await expect(importCsv(session, rows)).rejects.toThrow(tryFirst)
  const both = refused('^Most dates .* try --date-format DD/MM/YYYY or MM/DD/YYYY, whichever')
  await expect(importCsv(session, rows.slice(1))).rejects.toThrow(both)
  const iso = rows.map((row) => row.replace(/\d\d.\d\d.\d{4}/, '2026-01-01'))
  await expect(importCsv(session, iso, { dateFormat: 'DD/MM/YYYY' })).rejects.toThrow(
    refused('^Most dates are in ISO 8601: leave --date-format out'),
  )
  expect(await importCsv(session, rows, { dateFormat: 'DD/MM/YYYY' })).toMatchObject({ orders: 3 })
  await expect(importCsv(session, [...iso, ...rows.slice(0, 1)])).rejects.toThrow(refused('^Row 5'))
})

test("takes what Excel's sep= line says, and shows it as no row", async () => {
  for (const first of ['sep=;', '"sep=;"', 'SEP=;\r']) {
    const session = await memorySession()
    const file = join(temporaryDirectory(), 'o.csv')
    const lines = [first, 'Order;Product;Qty;Price;Date;Customer', 'A-1;KOPI;1;5;2026-01-01;C1', '']
    writeFileSync(file, lines.join('\n'))
    expect(await importFile(session, file, allColumns)).toMatchObject({ orders: 1 })
    writeFileSync(file, lines.join('\n').replace(';5;', ';x;'))
    await expect(importFile(session, file, allColumns)).rejects.toThrow(
      refused('^Row 2, column Price'),
    )
  }
})

const allColumns = {
  order: 'Order',
  product: 'Product',
  quantity: 'Qty',
  price: 'Price',
  date: 'Date',
  customer: 'Customer',
}

test('an order that was recorded with other content is named', async () => {
  const session = await memorySession()
  await importCsv(session, ['A-1,KOPI,1,5,2026-01-01,C1'])
  const again = importCsv(session, ['A-0,KOPI,1,5,2026-01-01,C1', 'A-1,KOPI,2,5,2026-01-01,C1'])
  await expect(again).rejects.toThrow(
    refused('^Order A-1 was recorded before', 'IDEMPOTENCY_CONFLICT'),
  )
  await expect(session.shop.transactions.get('A-0')).rejects.toThrow()

  const problems: Problem[] = []
  const rows = ['A-0,KOPI,1,5,2026-01-01,C1', 'A-1,KOPI,2,5,2026-01-01,C1']
  const heard = (problem: Problem): unknown => problems.push(problem)
  expect(await importCsv(session, rows, { skipInvalid: true }, heard)).toMatchObject({
    orders: 1,
    leftOut: 1,
  })
  expect(problems).toMatchObject([{ order: 'A-1', row: 3, code: 'IDEMPOTENCY_CONFLICT' }])
})
