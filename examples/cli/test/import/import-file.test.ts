import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/import/import-file.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'
import { refused } from '../support/refused.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

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

  test('of a header alone imports nothing, and says so', async () => {
    const imported = await importCsv(await memorySession(), [])
    expect(imported).toMatchObject({ orders: 0, customers: 0 })
    expect(imported.notes).toEqual([
      'The file has a header and no rows beneath it: nothing was imported.',
    ])
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

test("takes what Excel's sep= line says, and counts it as row 1", async () => {
  for (const first of ['sep=;', '"sep=;"', 'SEP=;\r']) {
    const session = await memorySession()
    const file = join(temporaryDirectory(), 'o.csv')
    const lines = [first, 'Order;Product;Qty;Price;Date;Customer', 'A-1;KOPI;1;5;2026-01-01;C1', '']
    writeFileSync(file, lines.join('\n'))
    expect(await importFile(session, file, allColumns)).toMatchObject({ orders: 1 })
    writeFileSync(file, lines.join('\n').replace(';5;', ';x;'))
    await expect(importFile(session, file, allColumns)).rejects.toThrow(
      refused('^Rows are counted from the line sep= as row 1\\. Row 3, column Price'),
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
