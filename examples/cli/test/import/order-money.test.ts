import { describe, expect, test } from 'vitest'
import type { Session } from '../../src/session/session.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'
import { refused } from '../support/refused.ts'

const idr = () => memorySession('IDR', 'Asia/Jakarta')
const order = ({ shop }: Session, id = 'A-1') => shop.transactions.get(id)

describe('shipping, tax and discount of an order', () => {
  const named = {
    extra: 'Ongkir,PPN,Diskon,Bayar',
    ...{ shipping: 'Ongkir', tax: 'PPN', discount: 'Diskon', paid: 'Bayar' },
  }

  test('stand on each of its rows or on one, and count once', async () => {
    const session = await idr()
    await importCsv(
      session,
      [
        'A-1,KOPI,2,55000,2026-01-01,C1,Rp 12.000,5.500,-10.000,',
        'A-1,TEH,1,10000,2026-01-01,C1,Rp 12.000,,(Rp 10.000),',
        'A-2,KOPI,1,55000,2026-01-02,C1,12000,0,,67000',
      ],
      named,
    )
    expect(await order(session)).toMatchObject({
      charges: [
        { kind: 'shipping', amount: 12_000 },
        { kind: 'tax', amount: 5_500 },
      ],
      ...{ linesTotal: 120_000, discount: 10_000, total: 127_500, settled: 127_500 },
    })
    expect(await order(session, 'A-2')).toMatchObject({ total: 67_000, open: 0 })
  })

  test('count too where they stand on a row without a price', async () => {
    const session = await idr()
    const gift = 'A-1,GELAS,1,0,2026-01-01,C1,9000,,2000,'
    const imported = await importCsv(session, [gift, 'A-1,TEH,1,10000,2026-01-01,C1,,,,'], named)
    expect(imported).toMatchObject({ lines: 1, rejected: { noPrice: { count: 1 } } })
    expect(await order(session)).toMatchObject({ total: 17_000, settled: 17_000 })
  })

  test.each([
    ['A-1,TEH,1,10000,2026-01-01,C1,13000,,,', 'Row 2, column Ongkir: Expected one amount of'],
    ['A-1,TEH,1,10000,2026-01-01,C1,,,9000,', 'Row 2, column Diskon: .* write their sum on one'],
    ['A-1,TEH,1,10000,2026-01-01,C1,,,,999999', 'Row 2, column Bayar: Expected at most'],
    ['B-1,TEH,1,10000,2026-01-01,C1,,,11000,', 'Row 3, column Diskon: Expected at most'],
    ['B-1,TEH,-1,10000,2026-01-01,C1,5000,,,', 'Row 3, column Ongkir: Expected no shipping'],
    ['B-1,TEH,1,10000,2026-01-01,C1,,-5,,', 'Row 3, column PPN: Expected 0 or more'],
  ])('%s is refused', async (row, message) => {
    const session = await idr()
    const rows = ['A-1,KOPI,2,55000,2026-01-01,C1,12000,0,10000,', row]
    await expect(importCsv(session, rows, named)).rejects.toThrow(refused(message))
    expect(await session.shop.reports.monitoring()).toMatchObject({ total: 0 })
  })
})

describe('how it was paid', () => {
  const named = { extra: 'Metode,Lunas', method: 'Metode', paid: 'Lunas' }
  const methods = async ({ shop }: Session, id: string) =>
    (await shop.transactions.payments(id)).map(({ method }) => method)

  test('is what a row of the order says, else the one for all', async () => {
    const session = await idr()
    const rows = [
      'A-1,KOPI,1,5000,2026-01-01,C1,QRIS,lunas',
      'A-1,TEH,1,5000,2026-01-01,C1,,',
      'A-2,KOPI,1,5000,2026-01-01,C1,,lunas',
      'CN-1,KOPI,-1,5000,2026-01-02,C1,Transfer BCA,lunas',
    ]
    await importCsv(session, rows, { ...named, defaultMethod: 'transfer' })
    expect(await methods(session, 'A-1')).toEqual(['QRIS'])
    expect(await methods(session, 'A-2')).toEqual(['transfer'])
    expect(await methods(session, 'CN-1')).toEqual(['Transfer BCA'])
    const both = ['A-3,K,1,5,2026-01-01,C1,QRIS,', 'A-3,K,1,5,2026-01-01,C1,Tunai,']
    await expect(importCsv(session, both, named)).rejects.toThrow(refused('^Row 2, column Metode'))
  })

  test('of a payment that came since is the one of then', async () => {
    const session = await idr()
    const row = (method: string, paid: string) => [
      `A-1,KOPI,1,5000,2026-01-01,C1,${method},${paid}`,
    ]
    await importCsv(session, row('Tempo', 'belum'), named)
    expect(await importCsv(session, row('QRIS', 'lunas'), named)).toMatchObject({ payments: 1 })
    expect(await methods(session, 'A-1')).toEqual(['QRIS'])
  })

  test('stays as it was recorded, and that is said', async () => {
    const session = await idr()
    const rows = ['A-1,KOPI,1,5000,2026-01-01,C1,QRIS,lunas']
    await importCsv(session, rows, { extra: 'Metode,Lunas', ignore: ['Metode', 'Lunas'] })
    for (const options of [named, { extra: named.extra, method: 'Metode', ignore: ['Lunas'] }]) {
      const { unchanged, notes } = await importCsv(session, rows, options)
      expect(unchanged).toBe(1)
      expect(notes).toContain('The method of payment of 1 order stays as it was recorded before.')
    }
    expect(await methods(session, 'A-1')).toEqual(['cash'])
  })
})

describe('a down payment', () => {
  const named = { extra: 'Bayar', paid: 'Bayar' }

  test.each(['DP 500.000', 'dp: Rp 500.000', 'DP500000', 'Uang muka 500.000'])(
    'is the amount beside the word: %s',
    async (cell) => {
      const session = await idr()
      await importCsv(session, [`A-1,MESIN,1,2000000,2026-01-01,C1,${cell}`], named)
      expect(await order(session)).toMatchObject({ settled: 500_000, open: 1_500_000 })
    },
  )

  test('without an amount, or as a price, is no currency', async () => {
    const session = await idr()
    const bare = importCsv(session, ['A-1,MESIN,1,2000000,2026-01-01,C1,DP'], named)
    await expect(bare).rejects.toThrow(refused('column Bayar: Expected how much was paid'))
    const price = importCsv(session, ['A-1,MESIN,1,DP 500.000,2026-01-01,C1,'], named)
    await expect(price).rejects.toThrow(refused('found "DP" beside it, a down payment'))
  })
})

describe('the status of an order', () => {
  const named = { extra: 'Status', status: 'Status' }
  const row = (id: string, status: string) => `${id},KOPI,1,5000,2026-01-01,C1,${status}`

  test.each([
    ['Selesai', 5_000],
    ['LUNAS', 5_000],
    ['Completed', 5_000],
    ['COD', 0],
    ['Tempo', 0],
    ['Menunggu Pembayaran', 0],
    ['', 5_000],
  ])('%s', async (status, settled) => {
    const session = await idr()
    await importCsv(session, [row('A-1', status)], named)
    expect(await order(session)).toMatchObject({ settled })
  })

  test('cancelled leaves the order out, whatever else its rows say, and counts it', async () => {
    const session = await idr()
    const rows = [
      row('A-1', 'Dibatalkan'),
      'A-1,TEH,1,5000,2026-01-01,C1,',
      'A-2,,,,,,Batal',
      row('A-3', 'selesai'),
      row('A-4', 'Cancelled'),
    ]
    expect(await importCsv(session, rows, named)).toMatchObject({ orders: 1, cancelled: 3 })
    await expect(order(session)).rejects.toThrow()
    const mixed = [row('A-5', 'batal'), row('A-5', 'selesai')]
    await expect(importCsv(session, mixed, named)).rejects.toThrow(
      refused('column Status: Expected all rows of this order to say that it was cancelled'),
    )
  })

  test('cancelled after it was recorded is pointed out', async () => {
    const session = await idr()
    await importCsv(session, [row('A-1', 'COD'), row('A-2', 'COD')], named)
    const { notes } = await importCsv(session, [row('A-1', 'batal'), row('A-2', 'lunas')], named)
    expect(notes).toContain(
      'Cancelled, but recorded before and still counted: A-1. Take each back with toko credit.',
    )
    expect(await order(session, 'A-2')).toMatchObject({ status: 'paid' })
  })

  test('in words of its own is asked for', async () => {
    const session = await idr()
    const rows = [row('A-1', 'Dikirim'), row('A-2', 'Retur')]
    await expect(importCsv(session, rows, named)).rejects.toThrow(
      refused(
        '--status-word: "dikirim=paid", "dikirim=unpaid" or "dikirim=cancelled"\\. Found "Dikirim" in order A-1\\.',
      ),
    )
    const statusWord = [
      { word: 'dikirim', state: 'unpaid' },
      { word: ' RETUR', state: 'cancelled' },
    ] as const
    const imported = await importCsv(session, rows, { ...named, statusWord })
    expect(imported).toMatchObject({ orders: 1, cancelled: 1 })
    expect(await order(session)).toMatchObject({ settled: 0 })
  })

  test('gives way to the amount that was paid', async () => {
    const session = await idr()
    const both = { extra: 'Status,Bayar', status: 'Status', paid: 'Bayar' }
    const rows = [
      `${row('A-1', 'DP')},2000`,
      `${row('A-2', 'lunas')},`,
      `${row('A-4', 'DP Rp 1.500')},`,
    ]
    await importCsv(session, rows, both)
    expect(await order(session, 'A-4')).toMatchObject({ settled: 1_500 })
    expect(await order(session)).toMatchObject({ settled: 2_000 })
    expect(await order(session, 'A-2')).toMatchObject({ settled: 5_000 })
    await expect(importCsv(session, [`${row('A-3', 'DP')},`], both)).rejects.toThrow(
      refused('column Status: A down payment'),
    )
  })
})

describe('a column that looks like money of orders', () => {
  const row = 'A-1,KOPI,1,5000,2026-01-01,C1,x'

  test.each([
    ['Status Pesanan', '--status "Status Pesanan" to read it, or --ignore "Status Pesanan"'],
    ['Lunas', '--paid Lunas to read it, or --ignore Lunas to count every order as paid in full'],
    ['Jumlah Dibayar', '--paid "Jumlah Dibayar"'],
    ['Metode Pembayaran', '--method "Metode Pembayaran"'],
    ['Ongkos Kirim (Rp)', '--shipping "Ongkos Kirim (Rp)"'],
    ['Potongan Harga', '--discount "Potongan Harga"'],
    ['PPN', '--tax PPN'],
  ])('%s refuses the file until it is named or ignored', async (extra, choice) => {
    const session = await idr()
    const refusal = importCsv(session, [row], { extra })
    await expect(refusal).rejects.toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(choice) }),
    )
    expect(await importCsv(session, [row], { extra, ignore: [extra] })).toMatchObject({ orders: 1 })
  })

  test('of several that look alike each is named, and one that is read is enough', async () => {
    const session = await idr()
    const extra = 'Total Bayar,Lunas'
    const rows = ['A-1,KOPI,1,5000,2026-01-01,C1,5000,ya']
    await expect(importCsv(session, rows, { extra })).rejects.toThrow(
      /--paid "Total Bayar" to read it.*\n.*--paid Lunas to read it/,
    )
    expect(await importCsv(session, rows, { extra, paid: 'Lunas' })).toMatchObject({ orders: 1 })
  })

  test.each(['Tanggal Bayar', 'Alamat Pengiriman', 'Kode Voucher', 'Status Pengiriman', 'Kasir'])(
    '%s is none',
    async (extra) => {
      expect(await importCsv(await idr(), [row], { extra })).toMatchObject({ orders: 1 })
    },
  )
})

test('what was found is quoted, but for what may be somebody', async () => {
  const session = await memorySession()
  const refusal = (row: string, more = {}) =>
    importCsv(session, [row], { extra: 'Phone', phone: 'Phone', ...more })
  await expect(refusal('A-1,K,1,gratis,2026-01-01,C1,')).rejects.toThrow(
    refused(' Found "gratis" in order A-1\\.'),
  )
  for (const personal of ['0812-3456-7890', 'sari@example.com', '+62 812 3456 7890']) {
    const wrong = refusal(`A-1,K,1,${personal},2026-01-01,C1,`)
    await expect(wrong).rejects.toThrow(refused('^Row 2, column Price'))
    await expect(wrong).rejects.not.toThrow(personal)
  }
  const long = refusal(`A-1,K,1,${'x'.repeat(500)},2026-01-01,C1,`)
  await expect(long).rejects.toThrow(refused('Found "x{35}…" in'))
})
