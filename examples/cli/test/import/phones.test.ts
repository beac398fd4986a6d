import { describe, expect, test } from 'vitest'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'

const refused = (message: string) =>
  expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(message) })

describe('customers known by phone', () => {
  const byPhone = { extra: 'Name,Phone', name: 'Name', phone: 'Phone' }

  test('are the same in every spelling', async () => {
    const session = await memorySession()
    const imported = await importCsv(
      session,
      [
        'A-1,KOPI,1,5,2026-01-01,,Sari,0812-3456-7890',
        'A-1,TEH,1,5,2026-01-01,,,+62 812 3456 7890',
        'A-2,TEH,1,5,2026-01-02,,,62812-3456-7890',
        'A-3,TEH,1,5,2026-01-02,,,0813 9876 5432',
        'A-4,TEH,1,5,2026-01-02,,,',
      ],
      { ...byPhone, isWithoutNumbers: true },
    )
    expect(imported).toMatchObject({
      orders: 3,
      customers: 2,
      rejected: { noCustomer: { count: 1, rows: [6] } },
    })
    expect(await session.shop.customers.find('phone', '081234567890')).toMatchObject({
      name: 'Sari',
      external: [],
    })
    expect(await session.shop.customers.find('phone', '081398765432')).toMatchObject({
      name: '+6281398765432',
    })
  })

  test('or by number where there is one', async () => {
    const session = await memorySession()
    const rows = [
      'A-1,KOPI,1,5,2026-01-01,C1,Sari,0812-3456-7890',
      'A-1,TEH,1,5,2026-01-01,,,+62 812 3456 7890',
      'A-2,TEH,1,5,2026-01-02,,,0813 9876 5432',
    ]
    expect(await importCsv(session, rows, byPhone)).toMatchObject({ orders: 2, customers: 2 })
    expect(await session.shop.customers.find('external', 'C1')).toMatchObject({ name: 'Sari' })
  })

  test('two people in one order are refused', async () => {
    const session = await memorySession()
    const rows = [
      'A-1,KOPI,1,5,2026-01-01,,,0812-3456-7890',
      'A-1,TEH,1,5,2026-01-01,,,0813 9876 5432',
    ]
    await expect(importCsv(session, rows, byPhone)).rejects.toThrow(
      refused('to name the same customer'),
    )
  })
})
