import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()
const at = (day: string): readonly string[] => ['--at', `2026-11-${day} 10:00`]

beforeAll(async () => {
  await json('customers', 'add', 'Sari Dewi', '--number', 'C-1', ...at('01'))
  await json('customers', 'add', 'Budi', '--number', 'C-2', ...at('01'))
  const line = ['--line', 'KOPI@55.000', '--paid', 'lunas']
  await json('sale', '--order', 'A-1', '--customer', 'C-1', ...line, ...at('01'))
  await json(
    'segment',
    'create',
    'Baru beli',
    'last purchase in last 7 days',
    '--track',
    ...at('02'),
  )
  await json('segment', 'create', 'Semua', '{"all":[]}', ...at('02'))
})

describe('a tracked segment', () => {
  test('what time changed is recorded by a tick, with its own instant', async () => {
    expect((await run('segment', 'list', ...at('02'))).stdout).toMatch(/^Baru beli {2}yes +1 /m)
    expect(await json('tick', ...at('20'))).toEqual({ customers: 1, crossings: 1 })
    expect((await run('tick', ...at('20'))).stdout).toBe('Nothing has changed.\n')
    const { stdout } = await run('segment', 'history', 'Baru beli')
    expect(stdout).toBe(
      [
        'WHEN              CUSTOMER         CHANGE   BY          NOTICED',
        '2026-11-02 10:00  Sari Dewi (C-1)  entered  definition',
        '2026-11-08 10:00  Sari Dewi (C-1)  left     time        2026-11-20 10:00\n',
      ].join('\n'),
    )
  })

  test('one customer, page by page', async () => {
    const first = ['segment', 'history', 'Baru beli', '--customer', 'C-1', '--limit', '1']
    const page = (await json(...first)) as { rows: object[]; next: string }
    expect(page.rows).toMatchObject([{ change: 'entered', cause: 'definition' }])
    expect(await json(...first, '--after', page.next)).toMatchObject({
      rows: [{ change: 'left', at: '2026-11-08T03:00:00.000Z' }],
      next: null,
    })
    expect(await json('segment', 'history', 'Baru beli', '--customer', 'C-2')).toEqual({
      rows: [],
      next: null,
    })
  })

  test('its size over time', async () => {
    const sizes = ['segment', 'sizes', 'Baru beli', '--from', '2026-11-01', ...at('12')]
    const { stdout } = await run(...sizes, '--every', 'week')
    expect(stdout).toBe(
      'UNTIL             MEMBERS\n2026-11-09 00:00        0\n2026-11-12 10:00        0\n',
    )
    const daily = (await json(...sizes)) as { members: number }[]
    expect(daily.map(({ members }) => members)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
    expect(await refusal(...sizes, '--to', 'besok')).toMatchObject({ exit: 3, field: 'to' })
  })

  test('tracking begins and ends', async () => {
    expect((await run('segment', 'history', 'Semua')).stdout).toContain('toko segment track')
    expect((await run('segment', 'track', 'Semua', ...at('21'))).stdout).toContain('2 belong')
    expect(await json('segment', 'track', 'Semua', ...at('22'))).toMatchObject({ tracked: true })
    expect(await json('segment', 'untrack', 'Semua', ...at('22'))).toMatchObject({ tracked: false })
    const { rows } = (await json('segment', 'history', 'Semua')) as { rows: { change: string }[] }
    expect(rows.map(({ change }) => change)).toEqual(['entered', 'entered', 'left', 'left'])
  })
})

describe('a tag with a rule', () => {
  test('is given and taken by it, beside what was given by hand', async () => {
    const create = ['tags', 'create', 'Perlu disapa', '--where', 'last purchase > 25 days ago']
    expect(await json(...create, ...at('22'))).toMatchObject({ members: 0, ltvMin: null })
    await json('tags', 'assign', 'Perlu disapa', 'C-2', ...at('22'))
    await json('tick', ...at('28'))
    const { stdout } = await run('tags', 'list', ...at('28'))
    expect(stdout).toMatch(/^Perlu disapa +last purchase > 25 days ago +2$/m)
    expect(
      await json('tags', 'edit', 'Perlu disapa', '--where', 'none', ...at('28')),
    ).toMatchObject({
      where: null,
      members: 1,
    })
  })

  test('one rule at a time, and none that nobody satisfies', async () => {
    const create = ['tags', 'create', 'X', '--where']
    expect(await refusal(...create, 'orders >= 1', '--ltv-min', '5')).toMatchObject({
      exit: 3,
      field: 'where',
    })
    expect(await refusal(...create, 'ltv > 10 and ltv < 5')).toMatchObject({
      code: 'PREDICATE_MATCHES_NOBODY',
      field: 'where',
    })
    expect(await refusal(...create, 'ordrs >= 1')).toMatchObject({ code: 'PREDICATE_INVALID' })
  })
})
