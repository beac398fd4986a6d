import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()

beforeAll(async () => {
  for (const [number, name, paid] of [
    ['C-1', 'Sari', 'lunas'],
    ['C-2', 'Budi', '5.000'],
    ['C-3', 'Citra', '20.000'],
  ] as const) {
    await json('customers', 'add', name, '--number', number)
    const order = ['--order', `A-${number}`, '--customer', number]
    await json('sale', ...order, '--line', 'KOPI@55.000', '--paid', paid)
  }
})

describe('a saved view', () => {
  test('is shown by the list of customers, with its columns and in its order', async () => {
    const created = await run(
      ...['view', 'create', 'Piutang', '--where', 'balance > 0', '--sort', 'owes'],
      ...['--columns', 'name, owes,firstContact'],
    )
    expect(created.stdout).toContain('The view Piutang is saved.')
    const { stdout } = await run('customers', 'list', '--view', 'piutang')
    expect(stdout).toMatch(/^NAME +OWES +FIRST CONTACT\nBudi +Rp 50\.000 .*\nCitra +Rp 35\.000 /)
    const of = ['customers', 'list', '--view', 'Piutang']
    expect(await json(...of)).toMatchObject({
      columns: ['name', 'balance', 'firstContact'],
      rows: [{ name: 'Budi', balance: 50_000 }, { name: 'Citra' }],
      next: null,
    })
    expect(await json(...of, '--where', 'balance < 40_000')).toMatchObject({
      rows: [{ name: 'Citra' }],
    })
    expect(await json(...of, '--sort', 'name', '--direction', 'descending')).toMatchObject({
      rows: [{ name: 'Citra' }, { name: 'Budi' }],
    })
    expect((await run(...of, '--columns', 'id')).stdout).toMatch(/^ID\n/)
    expect((await run(...of, '--where', 'archived')).stdout).toContain('Nobody satisfies')
  })

  test('is listed, shown, edited and deleted', async () => {
    expect((await run('view', 'list')).stdout).toMatch(
      /VIEW +WHERE +COLUMNS +SORT\nPiutang +balance > 0 +name, balance, first-contact +balance/,
    )
    const shown = await run('view', 'show', 'piutang')
    expect(shown.stdout).toMatch(/^Columns +name, balance, first-contact$/m)
    const changes = ['--name', 'Utang', '--clear', 'columns', '--clear', 'sort']
    expect(await json('view', 'edit', 'piutang', ...changes)).toMatchObject({
      name: 'Utang',
      columns: null,
      sort: null,
      where: { field: 'balance' },
    })
    // Without a sort of its own by name, as lists are.
    expect(await json('customers', 'list', '--view', 'Utang')).toMatchObject({
      rows: [{ name: 'Budi' }, { name: 'Citra' }],
    })
    expect(await json('view', 'delete', 'Utang')).toEqual({ deleted: true })
    expect((await run('view', 'list')).stdout).toContain('no saved views yet')
  })

  test('rests on a saved segment by its name', async () => {
    const { id } = (await json('segment', 'create', 'Berutang', 'balance > 0')) as { id: string }
    expect(await json('view', 'create', 'Berutang', '--where', 'berutang')).toMatchObject({
      where: { segment: id },
    })
    expect(await refusal('segment', 'delete', 'Berutang')).toMatchObject({
      exit: 1,
      code: 'STILL_REFERENCED',
      message: expect.stringContaining('view "Berutang"'),
    })
  })

  test.each([
    [['view', 'create', 'A', '--columns', 'nam'], 'USAGE', 'Did you mean name?'],
    [['view', 'create', 'A', '--columns', ''], 'USAGE', 'Name at least one.'],
    [['view', 'create', 'A', '--columns', 'name,name'], 'USAGE', 'name stands there twice'],
    [['view', 'create', 'A', '--where', 'ballance > 0'], 'PREDICATE_INVALID', '"balance"'],
    [['view', 'create', 'A', '--where', 'Berutangg'], 'SEGMENT_NOT_FOUND', '"Berutang"'],
    [['view', 'create', 'A', '--direction', 'ascending'], 'INVALID_INPUT', '--direction'],
    [['view', 'create', 'A', '--where', 'ltv > 2 and ltv < 1'], 'PREDICATE_MATCHES_NOBODY', ''],
    [['view', 'edit', 'Berutang'], 'USAGE', 'Say what to change'],
    [['view', 'edit', 'Berutang', '--clear', 'name'], 'INVALID_INPUT', 'columns, sort, direction'],
    [['view', 'show', 'none'], 'VIEW_NOT_FOUND', 'no such view'],
    [['customers', 'list', '--view', 'none'], 'VIEW_NOT_FOUND', 'no such view'],
    [['customers', 'list', '--columns', ''], 'USAGE', 'Name at least one.'],
  ])('%j is refused with %s', async (args, code, message) => {
    expect(await refusal(...args)).toMatchObject({
      code,
      message: expect.stringContaining(message),
    })
  })
})
