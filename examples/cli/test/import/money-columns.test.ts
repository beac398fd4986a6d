import { describe, expect, test } from 'vitest'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'

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
})
