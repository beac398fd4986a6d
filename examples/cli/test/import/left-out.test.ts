import { describe, expect, test } from 'vitest'
import { refusal } from '../../src/import/refusal.ts'
import type { Problem } from '../../src/import/staged-line.ts'
import { Staging } from '../../src/import/staging.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'
import { refused } from '../support/refused.ts'

describe('what an import leaves out', () => {
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

  test('says how many rows are wrong, and of those alike where they lie', async () => {
    const session = await memorySession()
    const rows = Array.from({ length: 1_234 }, (_, i) => `A-${i},K,1,x,2026-01-01,C1`)
    const error = await importCsv(session, rows).catch((each: unknown) => each)
    const lines = String(error).split('\n')
    expect(lines[0]).toContain('1,234 rows are wrong')
    expect(lines[1]).toMatch(/^ {2}Rows 2–1235, column Price: Expected a number/)
    expect(lines).toHaveLength(2)
  })
})

test('of twenty kinds of wrong rows and more the first twenty are named', () => {
  const staging = new Staging()
  for (let row = 2; row < 52; row += 1) {
    const field = `column ${'x'.repeat(row % 25)}`
    const message = `Row ${row}, ${field}: Expected a value.`
    staging.addProblem(
      { row, order: null, code: 'INVALID_INPUT', message, field, cell: null },
      false,
    )
  }
  const lines = refusal(staging).message.split('\n')
  staging.close()
  expect(lines).toHaveLength(22)
  expect(lines[1]).toBe('  Rows 2, 27, column xx: Expected a value.')
  expect(lines.at(-1)).toBe('  And 10 more.')
})
