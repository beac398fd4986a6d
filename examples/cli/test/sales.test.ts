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
    expect((await run(...sale)).stdout).toMatch(
      /Rp 122\.500[\s\S]*Recorded before; nothing changed\.$/m,
    )
  })

  test('is refused where it says what cannot be', async () => {
    const sale = (...more: string[]) =>
      refusal('sale', '--order', 'A-9', '--customer', 'C-1', ...more)
    expect(await sale('--line', 'KOPI:2@55.5')).toMatchObject({ exit: 3, field: 'line' })
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
    const repeated = ['pay', '--order', 'A-1', '--amount', 'all', '--reference', 'T-1']
    expect((await run(...repeated)).stdout).toContain('recorded before')
    const paid = await run('pay', '--order', 'A-1', '--amount', 'all')
    expect(paid.stdout).toContain('nothing')
    expect(paid.stdout).not.toContain('recorded before')
    expect(await refusal('pay', '--order', 'A-1', '--amount', 'all')).toMatchObject({ exit: 1 })
    expect(await refusal('pay', '--order', 'A-7', '--amount', '1')).toMatchObject({
      exit: 1,
      code: 'TRANSACTION_NOT_FOUND',
      message: expect.stringContaining('no order or credit note A-7.'),
    })
    expect(await refusal('refund', '--order', 'A-1', '--amount', '1')).toMatchObject({
      exit: 3,
      field: 'order',
      message: expect.stringContaining('A-1 is a sale.'),
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
    expect(await refusal('pay', '--order', 'R-1', '--amount', '1')).toMatchObject({
      exit: 3,
      message: '--order: R-1 is a credit note. Money for it is given back with toko refund.',
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
    expect(await json('loyalty', '--measure')).toHaveProperty('medianGapDays')
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
    json(
      'sale',
      '--order',
      order,
      '--name',
      'Budi',
      '--number',
      'B-1',
      '--line',
      'TEH@1',
      '--due',
      day,
    )
  expect(await due('D-1', '2099-12-24')).toMatchObject({ dueDate: '2099-12-24' })
  expect(await due('D-2', '2099-12-24T20:00:00Z')).toMatchObject({ dueDate: '2099-12-25' })
})

describe('amounts and words as a shop in Indonesia writes them', () => {
  test('thousands are grouped by points or commas, with a sign or without', async () => {
    const sale = ['sale', '--order', 'G-1', '--customer', 'C-1', '--line', 'MESIN@1.250.000']
    expect(
      await json(...sale, '--line', 'TEH@Rp 475.000', '--discount', '25,000', '--paid', 'lunas'),
    ).toMatchObject({ total: 1_700_000, settled: 1_700_000, discount: 25_000 })
  })

  test('yes pays all and no pays nothing', async () => {
    const sale = (order: string, paid: string) =>
      json('sale', '--order', order, '--customer', 'C-1', '--line', 'TEH@5.000', '--paid', paid)
    expect(await sale('G-2', 'yes')).toMatchObject({ open: 0 })
    expect(await sale('G-3', 'belum')).toMatchObject({ open: 5_000 })
  })

  test('what is wrong is told by its own option', async () => {
    const sale = ['sale', '--order', 'G-4', '--customer', 'C-1', '--line', 'TEH@5.000']
    for (const option of ['paid', 'discount', 'shipping']) {
      expect(await refusal(...sale, `--${option}`, '5,5')).toMatchObject({
        field: option,
        message: expect.stringMatching(`^--${option}: IDR has no decimals`),
      })
    }
  })
})

describe('whose sale it is', () => {
  const line = ['--line', 'TEH@5.000']

  test('is not said by a name alone, nor twice', async () => {
    expect(await refusal('sale', '--order', 'W-1', '--name', 'Wati', ...line)).toMatchObject({
      exit: 2,
      field: 'phone',
      message: expect.stringContaining('--phone or --number'),
    })
    expect(
      await refusal('sale', '--order', 'W-1', '--name', 'Wati', '--customer', 'C-1', ...line),
    ).toMatchObject({ exit: 2, message: expect.stringContaining('not both') })
    expect(await refusal('sale', '--order', 'W-1', ...line)).toMatchObject({
      exit: 2,
      field: 'customer',
    })
  })

  test('is said by a phone alone where it is known, and not where it is nobody’s', async () => {
    const unknown = ['--phone', '0899-1111-2222']
    expect(await refusal('sale', '--order', 'N-1', ...unknown, ...line)).toMatchObject({
      exit: 3,
      field: 'name',
    })
    const first = await json('sale', '--order', 'N-1', '--name', 'Nur', ...unknown, ...line)
    const { customer } = first as { customer: string }
    const known = ['--phone', 'wa.me/6289911112222']
    expect(await json('sale', '--order', 'N-2', ...known, ...line)).toMatchObject({ customer })
  })

  test('is said by a number too', async () => {
    const sale = (order: string) =>
      json('sale', '--order', order, '--name', 'Wati', '--number', 'W-7', ...line)
    const first = (await sale('W-1')) as { customer: string }
    expect(await sale('W-2')).toMatchObject({ customer: first.customer })
  })
})

describe('the books', () => {
  test('an order is shown with its lines and what is open', async () => {
    const { stdout } = await run('orders', 'show', 'G-3')
    expect(stdout).toMatch(/^TEH +1 +Rp 5\.000/m)
    expect(stdout).toMatch(/^Open +Rp 5\.000$/m)
    expect(stdout).toMatch(/^Customer +Sari Dewi \(C-1\)$/m)
    expect(await json('orders', 'show', 'G-3')).toMatchObject({ orderId: 'G-3', open: 5_000 })
    expect(await refusal('orders', 'show', 'G-99')).toMatchObject({
      exit: 1,
      code: 'TRANSACTION_NOT_FOUND',
      message: expect.stringContaining('G-99'),
    })
  })

  test('an order shows its payments one by one, a credit note what was given back', async () => {
    const order = ['sale', '--order', 'P-1', '--customer', 'C-1', '--line', 'TEH:2@5000']
    await json(...order, '--paid', '4000', '--at', '2026-11-21 08:00')
    expect(await refusal('pay', 'P-1', 'DP 70rb')).toMatchObject({
      message: expect.stringMatching(/^The amount: Expected an amount in IDR/),
      field: 'amount',
    })
    expect(await refusal('pay', 'P-1', '--amount', 'DP 70rb')).toMatchObject({
      message: expect.stringMatching(/^--amount: /),
    })
    expect(await refusal('sale', '--order', 'P-9', '--paid')).toMatchObject({
      exit: 2,
      field: 'paid',
      message:
        '--paid needs its amount behind it, such as --paid 50.000, or --paid all for all of it. See --help.',
    })
    const paid = ['pay', '--order', 'P-1', '--amount', '3000', '--method', 'qris']
    await json(...paid, '--reference', 'QR-1', '--at', '2026-11-21 09:30')
    const { stdout } = await run('orders', 'show', 'P-1')
    expect(stdout).toMatch(/^PAID +AMOUNT +METHOD +REFERENCE$/m)
    expect(stdout).toMatch(/^2026-11-21 08:00 +Rp 4\.000 +cash$/m)
    expect(stdout).toMatch(/^2026-11-21 09:30 +Rp 3\.000 +qris +QR-1$/m)
    expect(await json('orders', 'show', 'P-1')).toMatchObject({
      open: 3_000,
      payments: [{ amount: 4_000 }, { amount: 3_000, reference: 'QR-1' }],
    })
    const unpaid = ['sale', '--order', 'P-2', '--customer', 'C-1', '--line', 'TEH@5000']
    await json(...unpaid)
    expect((await run('orders', 'show', 'P-2')).stdout).not.toContain('AMOUNT')
    await json(
      'credit',
      '--order',
      'P-3',
      '--customer',
      'C-1',
      '--line',
      'TEH@5000',
      '--refunded',
      'all',
    )
    expect((await run('orders', 'show', 'P-3')).stdout).toMatch(/^GIVEN BACK +AMOUNT/m)
  })

  test('what the shop owes a customer is credit, and pays for an order', async () => {
    const whose = ['--customer', '0813-0000-1111']
    await json('customers', 'add', 'Eka', '--phone', '0813-0000-1111')
    await json('sale', '--order', 'K-1', ...whose, '--line', 'KOPI@55000', '--paid', 'all')
    await json('credit', '--order', 'K-2', ...whose, '--line', 'KOPI@55000')
    expect((await run('customers', 'show', '0813-0000-1111')).stdout).toMatch(
      /^Credit +Rp 55\.000$/m,
    )
    const listed = await run('customers', 'list', '--where', 'balance < 0')
    expect(listed.stdout).toMatch(/ credit Rp 55\.000/)
    expect(listed.stdout).not.toContain('-Rp')

    await json('sale', '--order', 'K-3', ...whose, '--line', 'TEH:2@20000')
    expect((await run('pay', 'K-3', 'all', '--from-credit')).stdout).toBe(
      'Paid        Rp 40.000, from credit\nStill open  nothing\nCredit      Rp 15.000\n',
    )
    await json('sale', '--order', 'K-4', ...whose, '--line', 'TEH@20000')
    expect(await refusal('pay', 'K-4', '16000', '--from-credit')).toMatchObject({
      exit: 1,
      code: 'PAYMENT_EXCEEDS_BALANCE',
      field: 'amount',
      message: expect.stringContaining('Rp 15.000'),
    })
    expect((await run('pay', 'K-4', 'all', '--from-credit')).stdout).toBe(
      'Paid        Rp 15.000, from credit\nStill open  Rp 5.000\n',
    )
    expect((await run('customers', 'show', '0813-0000-1111')).stdout).toMatch(/^Owes +Rp 5\.000$/m)
    expect(await refusal('refund', 'K-2', 'all', '--from-credit')).toMatchObject({ exit: 2 })
  })

  test('a first message adds the customer, the next one finds the same', async () => {
    const first = await json('chat', 'wa.me/6285799998888', '--name', 'Zulaikha')
    expect(first).toMatchObject({ window: { state: 'free-form' }, interaction: { warnings: [] } })
    expect(await json('customers', 'show', '0857-9999-8888')).toMatchObject({
      name: 'Zulaikha',
      acquisition: 'inbound',
    })
    await json('chat', '0857-9999-8888', '--name', 'Zulaikha')
    expect(await json('customers', 'search', 'zulaikha')).toHaveLength(1)
  })

  test('debits equal credits', async () => {
    expect((await run('balances')).stdout).toMatch(
      /^cash +Rp [\d.]+$[\s\S]*Debits equal credits\.$/m,
    )
    expect(await json('balances')).toMatchObject({ balanced: true })
  })
})
