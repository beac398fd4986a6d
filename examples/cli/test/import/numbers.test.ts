import { describe, expect, test } from 'vitest'
import type { Session } from '../../src/session/session.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'

const refused = (message: string) =>
  expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(message) })

describe('how a file writes its numbers', () => {
  const total = async (session: Session) => (await session.shop.transactions.get('A-1')).total

  test.each([
    ['GBP', '12.345', '5.50', 1_235],
    ['GBP', '"12,345"', '5.50', 1_234_500],
    ['GBP', '12.345', '"5,50"', 1_234_500],
    ['GBP', '"12,345"', '"5,50"', 1_235],
    ['GBP', '12.345', '1.234.567', 1_234_500],
    ['GBP', '0.125', '5', 13],
    ['IDR', '12.345', '5000', 12_345],
    ['IDR', '"12,345"', '5000', 12_345],
    ['IDR', '12.345', '"5.000,00"', 12_345],
    ['IDR', '"12.345,-"', '5000', 12_345],
    ['IDR', '"Rp 12.345,00"', '5000', 12_345],
    ['IDR', '"12,345.00"', '5000', 12_345],
    ['IDR', '12345.00', '"5.000,00"', 12_345],
    ['KWD', '1.250', '5.5', 1_250],
  ])('%s %s beside %s', async (currency, price, other, minor) => {
    const session = await memorySession(currency)
    await importCsv(session, [
      `A-1,KOPI,1,${price},2026-01-01,C1`,
      `A-2,KOPI,1,${other},2026-01-01,C1`,
    ])
    expect(await total(session)).toBe(minor)
  })

  test.each([
    ['GBP', '12.345', '5', 'This is 12345 if .* and 12.345 if'],
    ['GBP', '"1,005"', '5', 'This is 1005 if .* and 1.005 if'],
    ['IDR', '12.345', '12.50', 'This is 12345 if'],
    ['KWD', '1.250', '5', 'This is 1250 if'],
  ])('%s %s beside %s may be read in two ways', async (currency, price, other, message) => {
    const session = await memorySession(currency)
    const rows = [`A-1,KOPI,1,${price},2026-01-01,C1`, `A-2,KOPI,1,${other},2026-01-01,C1`]
    await expect(importCsv(session, rows)).rejects.toThrow(
      refused(`^Row 2, column Price: Thousands or decimals\\? ${message}`),
    )
  })

  test('signs of the currency, and apostrophes of spreadsheets', async () => {
    for (const price of [
      'Rp 12.345',
      'Rp12.345',
      'Rp. 12.345',
      'IDR 12345',
      "'12345",
      "'Rp 12.345",
    ]) {
      const session = await memorySession('IDR')
      await importCsv(session, [`A-1,KOPI,1,${price},'2026-01-01,C1`])
      expect(await total(session)).toBe(12_345)
    }
    const session = await memorySession('IDR')
    await expect(importCsv(session, ['A-1,KOPI,1,$5,2026-01-01,C1'])).rejects.toThrow(
      refused('the sign of another currency'),
    )
  })

  test.each([
    ['ya', 1_000],
    ['Lunas', 1_000],
    ['1', 1_000],
    ['true', 1_000],
    ['tidak', 0],
    ['BELUM', 0],
    ['Belum Lunas', 0],
    ['belum  bayar', 0],
    ['SUDAH BAYAR', 1_000],
    ['0', 0],
    ['false', 0],
    ['unpaid', 0],
    ['£4.00', 400],
  ])('what was paid: %s', async (paid, settled) => {
    const session = await memorySession()
    const more = { extra: 'Paid', paid: 'Paid' }
    await importCsv(session, [`A-1,KOPI,1,10,2026-01-01,C1,${paid}`], more)
    expect(await session.shop.transactions.get('A-1')).toMatchObject({ settled })
  })

  test.each([
    ['IDR', 'such as 55000, in'],
    ['GBP', 'such as 1250\\.50, in'],
    ['KWD', 'such as 1250\\.500, in'],
  ])('an example in %s', async (currency, example) => {
    const session = await memorySession(currency)
    const rows = ['A-1,KOPI,1,five,2026-01-01,C1']
    await expect(importCsv(session, rows)).rejects.toThrow(refused(example))
  })

  test.each(['"1,25 jt"', 'Rp 350rb', '350.000 ribu', 'gratis', '5k'])(
    '%s is not mended by a mark for decimals',
    async (price) => {
      const session = await memorySession('IDR')
      const rows = [`A-1,KOPI,1,${price},2026-01-01,C1`, 'A-2,KOPI,1,"1.234,50",2026-01-01,C1']
      const work = importCsv(session, rows)
      await expect(work).rejects.toThrow(/column Price: .*in digits alone/)
      await expect(work).rejects.not.toThrow('--decimal-mark')
    },
  )

  test('"55,000,00" is no amount', async () => {
    const session = await memorySession('IDR')
    const rows = ['A-1,KOPI,1,"55,000,00",2026-01-01,C1']
    await expect(importCsv(session, rows)).rejects.toThrow(
      refused('column Price: Expected a number'),
    )
  })

  test('words that say what was paid are listed', async () => {
    const session = await memorySession()
    const rows = ['A-1,KOPI,1,10,2026-01-01,C1,nanti']
    await expect(importCsv(session, rows, { extra: 'Paid', paid: 'Paid' })).rejects.toThrow(
      refused(
        'a word for all of it \\(all, yes, .*lunas, .*\\) or nothing of it \\(no, .*belum bayar.*\\)',
      ),
    )
  })

  test('1 is an amount in a column of amounts', async () => {
    const session = await memorySession()
    await importCsv(
      session,
      ['A-1,KOPI,1,10,2026-01-01,C1,1', 'A-2,KOPI,1,10,2026-01-01,C1,2.50'],
      { extra: 'Paid', paid: 'Paid' },
    )
    expect(await session.shop.transactions.get('A-1')).toMatchObject({ settled: 100 })
  })
})
