import { describe, expect, test } from 'vitest'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'
import { refused } from '../support/refused.ts'

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

test('rows that are wrong in the same way in the same column are told as one', async () => {
  const session = await memorySession('GBP')
  const rows = Array.from({ length: 40 }, (_, i) => {
    const day = i < 25 ? 'kemarin' : '2026-01-01'
    return `A-${i},K,${i === 3 ? 'x' : 1},${i > 30 && i % 2 === 0 ? '12.345' : '5'},${day},C1`
  })
  const lines = await importCsv(session, rows).then(
    () => [],
    (error: Error) => error.message.split('\n'),
  )
  expect(lines).toEqual([
    expect.stringMatching(/^29 rows are wrong/),
    expect.stringMatching(/^ {2}Rows 2–4, 6–26, column Date: Expected a date/),
    expect.stringMatching(/^ {2}Row 5, column Qty: /),
    expect.stringMatching(/^ {2}Rows 34, 36, 38, 40, column Price: Thousands or decimals/),
  ])
})
