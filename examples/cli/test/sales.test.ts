import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()

beforeAll(async () => {
  await json('customers', 'add', 'Sari Dewi', '--phone', '0812-3456-7890', '--number', 'C-1')
})

describe('sales and payments', () => {
  test('a sale is recorded once', async () => {
    const sale = [
      'sale',
      '--order',
      'A-1',
      '--customer',
      'C-1',
      '--line',
      'KOPI-250:2@55000',
      '--line',
      'TEH@12_500',
      '--paid',
      '100_000',
    ]
    const first = await json(...sale)
    expect(first).toMatchObject({
      orderId: 'A-1',
      total: 122_500,
      settled: 100_000,
      open: 22_500,
      status: 'partly-paid',
    })
    expect(await json(...sale)).toMatchObject({ id: (first as { id: string }).id })
    const other = ['sale', '--order', 'A-1', '--customer', 'C-1', '--line', 'KOPI-250:3@55000']
    expect(await refusal(...other)).toMatchObject({
      exit: 1,
      code: 'IDEMPOTENCY_CONFLICT',
      field: 'order',
    })
    expect((await run(...sale)).stdout).toContain('Rp 122.500')
  })

  test('is refused where it says what cannot be', async () => {
    const sale = (...more: string[]) =>
      refusal('sale', '--order', 'A-9', '--customer', 'C-1', ...more)
    expect(await sale('--line', 'KOPI:2@55.000')).toMatchObject({ exit: 3, field: 'line' })
    expect(await sale('--line', 'KOPI:0@55000')).toMatchObject({ exit: 3, field: 'line' })
    expect(await sale('--line', 'KOPI@5', '--due', '2026-02-30')).toMatchObject({
      exit: 3,
      field: 'due',
    })
    expect(await sale('--line', 'KOPI@5', '--paid', '6')).toMatchObject({
      exit: 1,
      code: 'PAYMENT_EXCEEDS_BALANCE',
    })
    expect(await sale('--line', 'KOPI:9007199254740991@9')).toMatchObject({
      exit: 3,
      code: 'AMOUNT_OVERFLOW',
    })
    expect(await refusal('sale', '--order', 'A-9', '--line', 'KOPI@5')).toMatchObject({
      exit: 2,
      field: 'customer',
    })
    expect(
      await json('customers', 'list', '--where', '{"field":"orders","is":">=","value":2}'),
    ).toMatchObject({ rows: [] })
  })

  test('a payment is never more than what is open', async () => {
    expect(await refusal('pay', '--order', 'A-1', '--amount', '22_501')).toMatchObject({
      exit: 1,
      code: 'PAYMENT_EXCEEDS_BALANCE',
      message: 'Only Rp 22.500 is still owed on this order. Pay that or less.',
    })
    expect(
      await json('pay', '--order', 'A-1', '--amount', '12_500', '--reference', 'T-1'),
    ).toMatchObject({ kind: 'payment', amount: 12_500 })
    expect(
      await json('pay', '--order', 'A-1', '--amount', '12_500', '--reference', 'T-1'),
    ).toMatchObject({ amount: 12_500 })
    expect((await run('pay', '--order', 'A-1', '--amount', 'all')).stdout).toContain('nothing')
    expect(await refusal('pay', '--order', 'A-1', '--amount', 'all')).toMatchObject({ exit: 1 })
    expect(await refusal('pay', '--order', 'A-7', '--amount', '1')).toMatchObject({
      exit: 1,
      code: 'TRANSACTION_NOT_FOUND',
    })
  })

  test('goods that come back are credited, and refunded', async () => {
    expect(
      await json('credit', '--order', 'R-1', '--customer', 'C-1', '--line', 'TEH@12_500'),
    ).toMatchObject({ kind: 'creditNote', total: 12_500, open: 12_500 })
    expect(await json('refund', '--order', 'R-1', '--amount', '12500')).toMatchObject({
      kind: 'refund',
      amount: 12_500,
    })
    expect(await json('customers', 'show', 'C-1')).toMatchObject({
      value: { ltv: 110_000, balance: 0 },
    })
  })

  test('a customer on the spot is found by the phone', async () => {
    const sale = await json(
      'sale',
      '--order',
      'A-2',
      '--name',
      'Sari',
      '--phone',
      '62 812 3456 7890',
      '--line',
      'KOPI-250@55000',
      '--paid',
      'all',
    )
    expect(sale).toMatchObject({
      customer: ((await json('customers', 'show', 'C-1')) as { id: string }).id,
    })
    expect(await json('regulars')).toMatchObject({
      rows: [{ name: 'Sari Dewi', products: [{ product: 'KOPI-250', orders: 2, pieces: 3 }, {}] }],
    })
  })
})

describe('loyalty and the window', () => {
  test('a chat opens the window for a day', async () => {
    const chat = ['chat', 'C-1', '--at', '2026-11-21 10:00']
    expect(await json(...chat, '--reference', 'wamid.1')).toMatchObject({
      window: { state: 'free-form', closesAt: '2026-11-22T03:00:00.000Z' },
    })
    expect(await json('monitor', '--at', '2026-11-22 09:59')).toMatchObject({ active: 1 })
    expect(await json('monitor', '--at', '2026-11-22 10:00')).toMatchObject({ active: 0 })
  })

  test('a customer stands where the orders say, and the reasons are told', async () => {
    expect(await json('loyalty', 'C-1')).toMatchObject({
      stage: 'repeat',
      orders: 2,
      reasons: [expect.any(String), expect.any(String)],
    })
    expect((await run('loyalty', 'C-1', '--at', '2099-01-01')).stdout).toMatch(
      /^Stage +lapsed\nBecause +\d/,
    )
  })
})

test('a sale is due on a day of the shop, given as a day or as an instant', async () => {
  const due = (order: string, day: string) =>
    json('sale', '--order', order, '--name', 'Budi', '--line', 'TEH@1', '--due', day)
  expect(await due('D-1', '2099-12-24')).toMatchObject({ dueDate: '2099-12-24' })
  expect(await due('D-2', '2099-12-24T20:00:00Z')).toMatchObject({ dueDate: '2099-12-25' })
})
