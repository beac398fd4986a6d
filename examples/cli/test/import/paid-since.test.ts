import { expect, test } from 'vitest'
import type { Problem } from '../../src/import/staged-line.ts'
import type { Session } from '../../src/session/session.ts'
import { importCsv } from '../support/import-csv.ts'
import { memorySession } from '../support/memory-session.ts'

const withPaid = { extra: 'Lunas', paid: 'Lunas' }
const order = (paid: string, id = 'A-1', product = 'KOPI') =>
  `${id},${product},1,10,2026-01-01,C1,${paid}`
const unread = { extra: 'Lunas', ignore: ['Lunas'] }
const settled = async ({ shop }: Session, id = 'A-1') => (await shop.transactions.get(id)).settled

test('an order that was paid since is paid once, beside new ones', async () => {
  const session = await memorySession()
  await importCsv(session, [order('belum'), order('4', 'A-2')], withPaid)
  const rows = [order('lunas'), order('6', 'A-2'), order('lunas', 'A-3')]
  expect(await importCsv(session, rows, withPaid)).toMatchObject({
    orders: 1,
    unchanged: 2,
    payments: 2,
  })
  expect([await settled(session), await settled(session, 'A-2')]).toEqual([1_000, 600])
  const { cursor } = await session.shop.events.read({ limit: 1_000 })
  expect(await importCsv(session, rows, withPaid)).toMatchObject({ unchanged: 3, payments: 0 })
  expect((await session.shop.events.read({ limit: 1_000 })).cursor).toBe(cursor)
})

test('what was paid by hand meanwhile counts', async () => {
  const session = await memorySession()
  await importCsv(session, [order('belum')], withPaid)
  await session.shop.transactions.pay({ orderId: 'A-1', amount: 300 })
  expect(await importCsv(session, [order('lunas')], withPaid)).toMatchObject({ payments: 1 })
  const { customer } = await session.shop.transactions.get('A-1')
  const amounts = (await session.shop.transactions.paymentsOf(customer)).map((each) => each.amount)
  expect(amounts).toEqual([300, 700])
})

test('less paid, or other goods besides, is a conflict that says so', async () => {
  const session = await memorySession()
  await importCsv(session, [order('lunas'), order('belum', 'A-2')], withPaid)
  const conflict = (message: string) =>
    expect.objectContaining({
      code: 'IDEMPOTENCY_CONFLICT',
      message: expect.stringMatching(message),
    })
  await expect(importCsv(session, [order('belum')], withPaid)).rejects.toThrow(
    conflict('^Order A-1 was recorded before .* More of it is recorded as paid than the file says'),
  )
  const other = [order('lunas', 'A-2', 'TEH')]
  await expect(importCsv(session, other, withPaid)).rejects.toThrow(conflict('^Order A-2'))
  expect(await settled(session, 'A-2')).toBe(0)
  const problems: Problem[] = []
  const heard = (problem: Problem): unknown => problems.push(problem)
  const skipping = { ...withPaid, skipInvalid: true }
  const rows = [order('belum'), order('lunas', 'A-2')]
  expect(await importCsv(session, rows, skipping, heard)).toMatchObject({ payments: 1, leftOut: 1 })
  expect(problems).toMatchObject([{ order: 'A-1', row: 2 }])
  expect(await settled(session, 'A-2')).toBe(1_000)
})

test('a file that does not say what was paid pays no order that was recorded before', async () => {
  const session = await memorySession()
  const rows = [
    order('belum'),
    order('4', 'A-2'),
    order('lunas', 'A-3'),
    'CN-1,KOPI,-1,10,2026-01-02,C1,belum',
    'CN-2,KOPI,-1,10,2026-01-02,C1,4',
  ]
  await importCsv(session, rows, withPaid)
  const told = [...rows, order('', 'A-4')]
  expect(await importCsv(session, told, unread)).toMatchObject({
    orders: 1,
    unchanged: 5,
    payments: 0,
  })
  const after = ['A-1', 'A-2', 'A-3', 'CN-1', 'CN-2', 'A-4'].map((id) => settled(session, id))
  expect(await Promise.all(after)).toEqual([0, 400, 1_000, 0, 400, 1_000])
  await session.shop.transactions.pay({ orderId: 'A-2', amount: 100 })
  expect(await importCsv(session, told, unread)).toMatchObject({ unchanged: 6 })
  expect(await settled(session, 'A-2')).toBe(500)
  const other = [order('belum', 'A-1', 'TEH')]
  await expect(importCsv(session, other, unread)).rejects.toThrow(/^Order A-1/)
})
