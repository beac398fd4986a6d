import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/import/staged-line.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'

const refused = (message: string, code = 'INVALID_INPUT') =>
  expect.objectContaining({ code, message: expect.stringMatching(message) })
const withPhone = { extra: 'HP', phone: 'HP' }

describe('whose the orders of a file are', () => {
  test('one phone of two numbers is a wrong row, found before anything is written', async () => {
    const session = await memorySession()
    const rows = [
      'A-1,KOPI,1,5,2026-01-01,P9,0812-3456-7890',
      'A-2,KOPI,1,5,2026-01-02,P10,+62 812 3456 7890',
      'A-3,KOPI,1,5,2026-01-03,P10,0857-1111-2222',
    ]
    await expect(importCsv(session, rows, withPhone)).rejects.toThrow(
      refused(
        '^Row 3, column HP: Row 2 gives this phone to customer P9, and this row to customer P10\\. One person: .* Two: correct the phone',
      ),
    )
    expect(await session.shop.reports.monitoring()).toMatchObject({ total: 0 })
    const problems: Problem[] = []
    const heard = (problem: Problem): unknown => problems.push(problem)
    const imported = await importCsv(session, rows, { ...withPhone, skipInvalid: true }, heard)
    expect(imported).toMatchObject({ orders: 2, customers: 2, leftOut: 1 })
    expect(problems).toMatchObject([{ order: 'A-2', row: 3, field: 'HP' }])
  })

  test('one e-mail address of two numbers is one too', async () => {
    const session = await memorySession()
    const rows = ['A-1,KOPI,1,5,2026-01-01,P9,a@b.id', 'A-2,KOPI,1,5,2026-01-02,P10,A@b.id']
    await expect(importCsv(session, rows, { extra: 'Mail', email: 'Mail' })).rejects.toThrow(
      refused('^Row 3, column Mail: Row 2 gives this e-mail address to customer P9'),
    )
  })

  test('a phone that the shop has for another number is told with row and both numbers', async () => {
    const session = await memorySession()
    await importCsv(session, ['A-1,KOPI,1,5,2026-01-01,P9,0812-3456-7890'], withPhone)
    const rows = ['A-2,KOPI,1,5,2026-01-02,P10,0812-3456-7890']
    await expect(importCsv(session, rows, withPhone)).rejects.toThrow(
      refused(
        '^Row 2, column HP: The shop has this phone for customer P9, and the file gives it to customer P10',
        'CUSTOMER_ALREADY_EXISTS',
      ),
    )
    await importCsv(session, ['A-3,KOPI,1,5,2026-01-02,P11,'], withPhone)
    const mixed = ['A-4,KOPI,1,5,2026-01-03,P11,0812-3456-7890']
    await expect(importCsv(session, mixed, withPhone)).rejects.toThrow(
      refused(
        '^Row 2: .* belong to different customers: P(11 and P9|9 and P11)',
        'CUSTOMER_ALREADY_EXISTS',
      ),
    )
  })

  test('a customer known by phone takes the number that comes later, and a second phone', async () => {
    const session = await memorySession()
    const rows = [
      'A-1,KOPI,1,5,2026-01-01,,0812-3456-7890',
      'A-2,KOPI,1,5,2026-01-02,P2,0812-3456-7890',
      'A-3,KOPI,1,5,2026-01-03,P2,0857-1111-2222',
    ]
    expect(await importCsv(session, rows, withPhone)).toMatchObject({ orders: 3, customers: 1 })
    expect(await session.shop.customers.find('external', 'P2')).toMatchObject({
      phones: ['+6281234567890', '+6285711112222'],
    })
    const { cursor } = await session.shop.events.read({ limit: 1_000 })
    const again = ['A-1,KOPI,1,5,2026-01-01,P2,0812-3456-7890', ...rows.slice(1)]
    expect(await importCsv(session, again, withPhone)).toMatchObject({ unchanged: 3 })
    expect((await session.shop.events.read({ limit: 1_000 })).cursor).toBe(cursor)
  })

  test('a row without a customer is of the customer of its order, wherever that stands', async () => {
    const session = await memorySession()
    const imported = await importCsv(session, [
      'A-1,TEH,1,3,2026-01-01,',
      'A-1,KOPI,2,5,2026-01-01,C1',
      'A-1,SUSU,1,2,2026-01-01,',
      'A-2,TEH,1,3,2026-01-01,',
      'A-3,TEH,0,3,2026-01-01,C2',
      'A-3,KOPI,1,5,2026-01-01,',
    ])
    expect(imported).toMatchObject({
      orders: 2,
      lines: 4,
      customers: 2,
      rejected: {
        noCustomer: { count: 1, rows: [5] },
        zeroQuantity: { count: 1, rows: [6] },
      },
    })
    expect(await session.shop.transactions.get('A-1')).toMatchObject({ total: 1_500 })
    const a3 = await session.shop.transactions.get('A-3')
    expect(await session.shop.customers.get(a3.customer)).toMatchObject({
      external: ['C2'],
      name: 'C2',
    })
  })

  test('what is wrong in a row without a customer counts with those of its order alone', async () => {
    const session = await memorySession()
    await expect(
      importCsv(session, ['A-1,KOPI,1,5,2026-01-01,C1', 'A-1,KOPI,x,5,2026-01-01,']),
    ).rejects.toThrow(refused('^Row 3, column Qty'))
    expect(await importCsv(session, ['A-1,KOPI,x,5,2026-01-01,'])).toMatchObject({ orders: 0 })
  })

  test('a name comes in place of a number, and of nothing else', async () => {
    const session = await memorySession()
    const name = { extra: 'Nama', name: 'Nama' }
    const rows = ['A-1,KOPI,1,5,2026-01-01,C1', 'A-2,KOPI,1,5,2026-01-01,C2']
    const first = await importCsv(session, rows)
    expect(first.notes).toEqual([
      'All new orders counted as paid in full, as no --paid column was named.',
      'Names are customer numbers, as no --name column was named.',
    ])
    const two = await session.shop.customers.find('external', 'C2')
    await session.shop.customers.edit(two?.id ?? '', { name: 'Budi' })
    const named = rows.map((row, i) => `${row},${['Sari', 'Wati'][i]}`)
    expect(await importCsv(session, named, name)).toMatchObject({ unchanged: 2, notes: [] })
    const { rows: all } = await session.shop.customers.list({ sort: 'name' })
    expect(all.map((each) => each.name)).toEqual(['Budi', 'Sari'])
  })

  test('columns that look like one that was not named are pointed out', async () => {
    const session = await memorySession()
    const { notes } = await importCsv(
      session,
      ['A-1,KOPI,1,5,2026-01-01,C1,Sari,0812-3456-7890,Kopi'],
      { extra: 'Nama,No. HP,Nama Barang' },
    )
    expect(notes.slice(2)).toEqual([
      'Not read, as no option names them: "Nama", "No. HP", "Nama Barang".',
      'The file has a column "Nama": if it is what --name wants, add --name Nama.',
      'The file has a column "No. HP": if it is what --phone wants, add --phone "No. HP".',
    ])
  })
})
