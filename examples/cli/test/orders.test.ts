import { beforeAll, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()

beforeAll(async () => {
  for (const number of ['C-1', 'C-2', 'C-3'])
    await json('customers', 'add', number, '--number', number)
  const sale = (order: string, customer: string, day: string) =>
    json(
      'sale',
      '--order',
      order,
      '--customer',
      customer,
      '--line',
      'KOPI@5.000',
      '--at',
      `2026-01-${day}`,
    )
  await sale('A-1', 'C-1', '01')
  await sale('A-2', 'C-2', '02')
  await sale('A-3', 'C-1', '03')
  await json('chat', 'C-2', '--at', '2026-01-09')
})

test('orders of the shop or of one customer, the newest first', async () => {
  const ids = async (...more: string[]) => {
    const { rows } = (await json('orders', 'list', ...more)) as { rows: { orderId: string }[] }
    return rows.map(({ orderId }) => orderId)
  }
  expect(await ids()).toEqual(['A-3', 'A-2', 'A-1'])
  expect(await ids('--limit', '1')).toEqual(['A-3'])
  expect(await ids('--limit', '2')).toEqual(['A-3', 'A-2'])
  expect(await ids('--customer', 'C-1')).toEqual(['A-3', 'A-1'])
  expect((await run('orders', 'list')).stdout).toMatch(/^A-3 +2026-01-03 00:00 +1 .*C-1$/m)
  expect((await run('orders', 'list', '--customer', 'C-3')).stdout).toContain('no orders yet')
})

test('a payment says order and amount as arguments or options, each once', async () => {
  expect(await json('pay', 'A-1', '2.000', '--method', 'qris')).toMatchObject({ amount: 2_000 })
  expect(await json('pay', '--order', 'A-1', '1.000')).toMatchObject({ amount: 1_000 })
  expect(await json('pay', 'A-1', '--amount', 'lunas')).toMatchObject({ amount: 2_000 })
  expect(await refusal('pay', 'A-2')).toMatchObject({
    exit: 2,
    field: 'amount',
    message: expect.stringContaining('toko pay ORDER AMOUNT, such as toko pay A-2 50.000'),
  })
  const twice = ['pay', 'A-2', '1.000', '--amount', '2.000']
  expect(await refusal(...twice)).toMatchObject({ exit: 2, field: 'amount' })
  expect(await json('pay', 'A-2', 'DP 1.000')).toMatchObject({ amount: 1_000 })
})

test('a sale comes to its lines, shipping and tax, less the discount', async () => {
  const sale = ['sale', '--order', 'T-1', '--customer', 'C-1', '--line', 'KOPI:2@55.000']
  const more = ['--shipping', '12.000', '--tax', '11.000', '--discount', '10.000']
  expect(await json(...sale, ...more)).toMatchObject({
    total: 123_000,
    charges: [{ kind: 'shipping' }, { kind: 'tax', amount: 11_000 }],
  })
})
