import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryDirectory } from './support/temporary-directory.ts'
import { errorOf, toko, tokoIn } from './support/toko.ts'

const shopOf = ['--currency', 'GBP', '--time-zone', 'Europe/London']

describe('wrong usage ends with 2 and says what to do', () => {
  const cwd = import.meta.dirname
  test.each([
    ['no command', [], 'Name a command', null],
    ['an unknown command', ['monitro'], 'Did you mean monitor?', null],
    ['help for an unknown command', ['help', 'sgment'], 'Did you mean segment?', null],
    ['a command of another level', ['segment', 'tick'], 'Did you mean toko tick?', null],
    ['a command below another', ['track', 'Quiet'], 'Did you mean toko segment track?', null],
    ['one that many have', ['delete', 'Quiet'], 'There is no such command.', null],
    ['an unknown option', ['monitor', '--jsno'], 'Did you mean --json?', null],
    ['a missing option', ['pay', '--order', 'A-1'], '--amount', 'amount'],
    ['a missing argument', ['groups', 'create'], 'name', null],
    [
      'a value that is not offered',
      ['customers', 'list', '--sort', 'x'],
      'Expected one of name',
      'sort',
    ],
    ['no database', ['monitor'], '--db FILE', 'db'],
    ['a directory for a database', ['--db', '..', 'monitor'], '--db names a directory', 'db'],
    [
      'a directory for a new database',
      ['--db', '..', 'init', '--id', 'a', ...shopOf],
      'Name the file in it',
      'db',
    ],
    [
      'an import without prices',
      [
        'import',
        'orders',
        'f.csv',
        ...'--order a --product b --quantity c --date d --customer e'.split(' '),
      ],
      '--price or --total',
      'price',
    ],
  ])('%s', async (_, args, message, field) => {
    const ran = await toko([...args, '--json'], { cwd })
    expect(ran.code).toBe(2)
    expect(errorOf(ran)).toMatchObject({ code: 'USAGE' })
    expect(errorOf(ran).message).toContain(message)
    if (field !== null) expect(errorOf(ran).field).toBe(field)
  })

  test('without repeating names that were typed', async () => {
    for (const args of [
      ['customers', 'Sari'],
      ['customers', 'search', 'Sari', 'Dewi'],
    ]) {
      const { code, stderr } = await toko(args, { cwd })
      expect(code).toBe(2)
      expect(stderr).toMatch(/^error: There /)
      expect(stderr).not.toMatch(/Sari|Dewi/)
    }
  })
})

describe('help', () => {
  const cwd = import.meta.dirname
  test.each([
    [['--help'], 'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 wrong input.'],
    [['import', 'orders', '--help'], '--quantity <column>'],
    [['sale', '--help'], 'toko --db shop.db sale --order A-1'],
    [['help', 'doctor'], 'Ends with 1 if something is wrong.'],
    [['restore', '--help'], 'nothing is kept of one that is damaged'],
    [['help', 'segment'], '@regulars.json'],
    [['help', 'segment', 'explain'], '--lang <language>'],
    [['sale', '--help'], "the shop's number of the order (required)"],
  ])('%j', async (args, text) => {
    const { code, stdout, stderr } = await toko(args, { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(text)
    expect(stdout).not.toContain('\u001B')
  })
})

describe('which shop', () => {
  test('a file that is not there is not made, and init is named', async () => {
    const cwd = temporaryDirectory()
    const ran = await toko(['--db', 'shop.db', 'monitor', '--json'], { cwd })
    expect(ran.code).toBe(1)
    expect(errorOf(ran)).toMatchObject({ code: 'SHOP_NOT_FOUND', field: 'db' })
    expect(errorOf(ran).message).toContain('toko --db FILE init')
    expect(existsSync(join(cwd, 'shop.db'))).toBe(false)
  })

  test('a shop that is refused leaves no file behind', async () => {
    const cwd = temporaryDirectory()
    const run = tokoIn(cwd)
    const refused = async (code: number, name: string, ...args: string[]) => {
      const ran = await run('init', ...args, '--json')
      expect([ran.code, errorOf(ran).code]).toEqual([code, name])
    }
    await refused(3, 'CURRENCY_UNKNOWN', '--id', 'a', '--currency', 'GBB', '--time-zone', 'UTC')
    await refused(3, 'TIME_ZONE_UNKNOWN', '--id', 'a', '--currency', 'GBP', '--time-zone', 'Londn')
    await refused(3, 'TIME_ZONE_UNKNOWN', '--id', 'a', '--currency', 'IDR', '--time-zone', 'WIB')
    await refused(2, 'SHOP_ID_REQUIRED', '--id', ' ', '--currency', 'GBP', '--time-zone', 'UTC')
    await refused(2, 'USAGE', '--id', 'a', '--currency', 'GBP')
    expect(existsSync(join(cwd, 'shop.db'))).toBe(false)
  })

  test('a time zone is kept as it is spelled officially, and those of Indonesia are suggested', async () => {
    const run = tokoIn(temporaryDirectory())
    const idr = ['init', '--id', 'a', '--currency', 'IDR', '--time-zone']
    for (const [word, zone] of [
      ['WIB', 'Asia/Jakarta'],
      ['wita', 'Asia/Makassar'],
      ['WIT', 'Asia/Jayapura'],
    ] as const) {
      const { message } = errorOf(await run(...idr, word, '--json'))
      expect(message).toContain(`Did you mean ${zone}?`)
    }
    expect((await run(...idr, 'asia/jakarta')).stdout).toContain('times in Asia/Jakarta.')
    expect((await run(...idr, 'Asia/Jakarta', '--json')).stdout).toContain(
      '"timeZone":"Asia/Jakarta","created":false',
    )
  })

  test('the only one, or the one that is named', async () => {
    const run = tokoIn(temporaryDirectory())
    expect(await run('init', '--id', 'a', ...shopOf, '--json')).toMatchObject({
      stdout: '{"id":"a","currency":"GBP","timeZone":"Europe/London","created":true}\n',
    })
    expect((await run('init', '--id', 'a', ...shopOf)).stdout).toContain('nothing changed')
    const other = await run(
      'init',
      '--id',
      'a',
      '--currency',
      'IDR',
      '--time-zone',
      'UTC',
      '--json',
    )
    expect([other.code, errorOf(other).code]).toEqual([1, 'SHOP_CONFIG_MISMATCH'])
    expect((await run('monitor')).code).toBe(0)

    await run('init', '--id', 'b', ...shopOf)
    const ran = await run('monitor', '--json')
    expect(ran.code).toBe(2)
    expect(errorOf(ran)).toMatchObject({ code: 'SHOP_ID_REQUIRED', field: 'shop' })
    expect(errorOf(ran).message).toContain('a, b')
    const unknown = await run('--shop', 'c', 'monitor', '--json')
    expect([unknown.code, errorOf(unknown).code]).toEqual([1, 'SHOP_NOT_FOUND'])
    expect((await run('--shop', 'b', 'groups', 'create', 'Reseller')).code).toBe(0)
    expect((await run('groups', 'list', '--shop', 'a')).stdout).toContain('no groups yet')
  })

  test('a file that is no database', async () => {
    const cwd = temporaryDirectory()
    writeFileSync(join(cwd, 'shop.db'), 'Order,Customer\n'.repeat(100))
    const ran = await tokoIn(cwd)('monitor', '--json')
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { code: 'STORAGE_FAILED', field: 'db' }])
    expect(errorOf(ran).message).toMatch(/option --db is not a SQLite database.*is not a database/)
    expect(readFileSync(join(cwd, 'shop.db'), 'utf8')).toMatch(/^Order,Customer/)
  })
})

describe('--at', () => {
  test("is a time that exists, in the shop's zone or with its own", async () => {
    const run = tokoIn(temporaryDirectory())
    await run('init', '--id', 'a', ...shopOf)
    for (const at of ['2026-02-30', '2026-03-29 01:30', 'tomorrow', '2026-11-21T10:00+30:00']) {
      const ran = await run('--at', at, 'monitor', '--json')
      expect([ran.code, errorOf(ran)]).toMatchObject([3, { code: 'INVALID_INPUT', field: 'at' }])
    }
    const sold = await run(
      'sale',
      '--order',
      'A-1',
      '--name',
      'Sari',
      '--number',
      'C-1',
      '--line',
      'KOPI@5',
      '--at',
      '2026-07-01 12:00',
      '--json',
    )
    expect(JSON.parse(sold.stdout).at).toBe('2026-07-01T11:00:00.000Z')
    expect((await run('customers', 'list')).stdout).toContain('2026-07-01 12:00')
  })
})
