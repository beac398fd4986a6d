import { beforeAll, describe, expect, test } from 'vitest'
import { changeShop } from './support/change-shop.ts'
import { shopHere } from './support/shop-here.ts'

const { cwd, run, json, refusal } = shopHere()
const placed = new Date('2026-11-05T10:00:00+07:00')

let ids: readonly string[] = []
const end = (i: number): string => (ids[i] ?? '').slice(-8)

beforeAll(async () => {
  const known = ['--number', 'C-1', '--phone', '0812-3456-7890']
  await json('customers', 'add', 'Sari Dewi', ...known, '--at', '2026-11-01')
  const kopi = { product: 'KOPI-250', quantity: 2, price: '55000', currency: 'IDR' }
  const gelas = { product: 'GELAS', quantity: 1, price: '0', currency: 'IDR' }
  ids = await changeShop({ cwd, at: placed }, async (shop) => {
    const [sari] = (await shop.customers.list()).rows
    const customer = sari?.id ?? ''
    const drafts = [[kopi], [kopi, gelas], [{ ...kopi, currency: 'USD', price: '3.50' }]]
    const kept: string[] = []
    for (const lines of drafts) kept.push((await shop.drafts.record({ customer, lines })).id)
    return kept
  })
})

describe('orders from chats', () => {
  test('wait in a list, with what is to be settled', async () => {
    const { stdout } = await run('drafts', 'list')
    expect(stdout).toBe(
      [
        'DRAFT     PLACED            CUSTOMER         LINES       TOTAL  TO SETTLE',
        `${end(0)}  2026-11-05 10:00  Sari Dewi (C-1)      1  Rp 110.000`,
        `${end(1)}  2026-11-05 10:00  Sari Dewi (C-1)      2              a price is missing or unclear`,
        `${end(2)}  2026-11-05 10:00  Sari Dewi (C-1)      1    7.00 USD  prices in another currency\n`,
      ].join('\n'),
    )
    const page = (await json('drafts', 'list', '--limit', '1')) as { next: string }
    expect(page).toMatchObject({ rows: [{ id: ids[0] }] })
    expect(await json('drafts', 'list', '--after', page.next)).toMatchObject({
      rows: [{ id: ids[1] }, { id: ids[2] }],
    })
  })

  test('show what to type next', async () => {
    expect((await run('drafts', 'show', end(0))).stdout).toContain(
      `\n\nMake a sale of it: toko drafts confirm ${end(0)} --order NUMBER\n`,
    )
    expect((await run('drafts', 'show', ids[1] ?? '')).stdout).toContain(
      '--order NUMBER --line KOPI-250:2@55000 --line GELAS:1@PRICE\n',
    )
    // WhatsApp says 0 where a catalogue has no price: nobody gives it away.
    expect((await run('drafts', 'show', ids[1] ?? '')).stdout).toMatch(/^GELAS +1 +unknown$/m)
  })

  test('become a sale as they were placed, once', async () => {
    const confirm = ['drafts', 'confirm', ids[0] ?? '', '--order', 'A-1', '--shipping', '9.000']
    const { stdout } = await run(...confirm)
    expect(stdout).toMatch(/^Time +2026-11-05 10:00$/m)
    expect(stdout).toMatch(/^Total +Rp 119\.000$/m)
    expect((await run(...confirm)).stdout).toContain('Recorded before; nothing changed.')
    expect(await refusal('drafts', 'cancel', ids[0] ?? '')).toMatchObject({
      exit: 1,
      code: 'ORDER_DRAFT_DECIDED',
    })
  })

  test('with doubts take all lines anew', async () => {
    const confirm = ['drafts', 'confirm', end(2), '--order', 'A-2']
    expect(await refusal(...confirm)).toMatchObject({
      exit: 3,
      code: 'INVALID_INPUT',
      field: 'line',
      message:
        '--line: It cannot be confirmed as it was placed: prices in another currency. Give all lines with their prices in IDR: --line KOPI-250:2@PRICE',
    })
    expect(await json(...confirm, '--line', 'KOPI-250:2@55.000')).toMatchObject({
      orderId: 'A-2',
      currency: 'IDR',
      total: 110_000,
    })
  })

  test('of which nothing comes are cancelled', async () => {
    expect((await run('drafts', 'discard', end(1))).stdout).toBe(
      `The draft ${end(1)} is cancelled.\n`,
    )
    expect((await run('drafts', 'list')).stdout).toBe('No order from a chat waits for anybody.\n')
    const { stdout } = await run('drafts', 'list', '--customer', 'C-1')
    expect(stdout).toMatch(/confirmed.*cancelled.*confirmed/s)
    for (const gone of [end(1), '00000000', 'zzz']) {
      expect(await refusal('drafts', 'show', gone)).toMatchObject({
        exit: 1,
        code: 'ORDER_DRAFT_NOT_FOUND',
        field: 'draft',
      })
    }
  })
})

describe('customers who may be one', () => {
  test('are listed until somebody says that they are two', async () => {
    expect((await run('conflicts', 'list')).stdout).toBe('No two customers wait for a look.\n')
    await json('customers', 'add', 'Sari D.', '--number', 'C-2', '--at', '2026-11-02')
    await changeShop({ cwd, at: placed }, async (shop) => {
      const { rows } = await shop.customers.list()
      await shop.conflicts.record({ customers: rows.map(({ id }) => id) })
    })
    const { stdout } = await run('conflicts', 'list')
    expect(stdout).toMatch(/^CUSTOMER +MAY ALSO BE +FOUND$/m)
    expect(stdout).toContain('Sari Dewi (C-1)')
    expect(stdout).toContain('toko conflicts dismiss ONE OTHER')
    expect(await refusal('conflicts', 'dismiss', 'C-1', '0812 3456 7890')).toMatchObject({
      exit: 2,
      field: 'customers',
    })
    await json('conflicts', 'dismiss', 'C-1', 'C-2')
    expect(await json('conflicts', 'list')).toEqual({ rows: [], next: null })
  })
})
