import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/import/staged-line.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'
import { refused } from '../support/refused.ts'

describe('an import that is repeated', () => {
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
})

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
