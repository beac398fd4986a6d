import { describe, expect, test } from 'vitest'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'

/** Half of what is exact, in pounds, and in pieces. */
const half = 50_000_000_000_000
const pieces = 5_000_000_000_000_000

describe('what the shop would refuse is found before anything is written', () => {
  test.each([
    ['more paid than the order comes to', ['A-2,KOPI,2,500,2026-01-02,P2,1001'], 'Row 3, column'],
    [
      'an order past what is exact',
      [`A-2,KOPI,1,${half},2026-01-02,P2,yes`, `A-2,KOPI,1,${half},2026-01-02,P2,yes`],
      'Row 3, column Price: Expected the rows of this order to come to an exact amount',
    ],
    [
      'a customer past what is exact',
      [`A-2,KOPI,1,${half},2026-01-02,P2,yes`, `A-3,KOPI,1,${half},2026-01-02,P2,yes`],
      'Row 3, column Price: Expected all rows of this customer to come to an exact amount',
    ],
    [
      'pieces past what is exact',
      [`A-2,KOPI,${pieces},0.01,2026-01-02,P2,yes`, `A-2,TEH,${pieces},0.01,2026-01-02,P2,yes`],
      'fewer pieces',
    ],
  ])('%s', async (_, wrong, message) => {
    const session = await memorySession()
    const rows = ['A-1,KOPI,1,5,2026-01-01,P1,yes', ...wrong]
    const paid = { extra: 'Paid', paid: 'Paid' }
    await expect(importCsv(session, rows, paid)).rejects.toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        message: expect.stringContaining(message),
      }),
    )
    expect(await session.shop.reports.monitoring()).toMatchObject({ total: 0 })
    const left = await importCsv(session, rows, { ...paid, skipInvalid: true }, () => undefined)
    expect(left.orders).toBeGreaterThan(0)
  })
})
