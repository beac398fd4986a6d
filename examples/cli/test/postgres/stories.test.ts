import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { postgresUrl } from '../support/postgres.ts'
import { runHere } from '../support/run-here.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { type Ran, toko } from '../support/toko.ts'

const at = (day: string): readonly string[] => ['--at', `2026-11-${day} 10:00`]
const shopOf = ['--id', 'kopi-senja', '--currency', 'IDR', '--time-zone', 'Asia/Jakarta']
const columns =
  '--order Order --product Product --quantity Qty --price Price --date Date --customer Customer'
const imported = ['import', 'orders', 'o.csv', ...columns.split(' ')]
const rows = `Order,Product,Qty,Price,Date,Customer
B-1,KOPI,2,55000,2026-11-03,C-2
B-1,TEH,1,20000,2026-11-03,C-2
B-2,KOPI,1,55000,2026-11-04,C-3
B-3,KOPI,-1,55000,2026-11-05,C-3
`

/** Commands as a shop gives them one after the other; each must say the same on every database. */
const story: readonly (readonly string[])[] = [
  ['init', ...shopOf, ...at('01')],
  ['init', ...shopOf, ...at('01')],
  ['customers', 'add', 'Sari Dewi', '--number', 'C-1', '--city', 'Bandung', ...at('01')],
  ['segment', 'create', 'Baru beli', 'last purchase in last 7 days', '--track', ...at('01')],
  ['sale', '--order', 'A-1', '--customer', 'C-1', '--line', 'KOPI:2@55.000', ...at('02')],
  ['pay', '--order', 'A-1', '--amount', '60.000', '--reference', 'BCA-7781', ...at('02')],
  ['pay', '--order', 'A-1', '--amount', '60.000', '--reference', 'BCA-7781', ...at('02')],
  ['pay', '--order', 'A-1', '--amount', '999.999', ...at('02')],
  [...imported, ...at('06')],
  [...imported, ...at('06')],
  ['segment', 'members', 'Baru beli', ...at('06')],
  ['view', 'create', 'Debtors', '--where', 'balance > 0', '--columns', 'name,balance'],
  ['view', 'list'],
  ['customers', 'list', '--view', 'Debtors', ...at('06')],
  ['customers', 'list', '--sort', 'totalSpent', ...at('06')],
  ['customers', 'search', 'sari', ...at('06')],
  ['segment', 'count', 'city = "Bandung" and orders >= 1', '--json', ...at('06')],
  ['tags', 'create', 'Sultan', '--ltv-min', '100.000', ...at('07')],
  ['tags', 'list', ...at('07')],
  ['tick', ...at('20')],
  ['tick', ...at('20')],
  ['segment', 'history', 'Baru beli', ...at('20')],
  ['orders', 'list', ...at('20')],
  ['balances', ...at('20')],
  ['monitor', ...at('20')],
  ['regulars', ...at('20')],
]

describe('toko on Postgres', () => {
  test('says what it says on SQLite, command by command', async () => {
    const cwd = temporaryDirectory()
    writeFileSync(join(cwd, 'o.csv'), rows)
    const url = postgresUrl()
    for (const args of story) {
      const there = await runHere(args, cwd, url)
      const here = await runHere(args, cwd)
      expect(withoutIds(there), args.join(' ')).toEqual(withoutIds(here))
      // The story is one of a shop that works; a payment beyond what is owed is its only refusal.
      expect(there.code, args.join(' ')).toBe(args.includes('999.999') ? 1 : 0)
    }
    const trial = await runHere([...imported, '--dry-run', '--json'], cwd, url)
    expect(trial).toMatchObject({ code: 0, stdout: expect.stringContaining('"dryRun":true') })
    expect((await runHere([...imported, '--json'], cwd, url)).stdout).toContain('"unchanged":3')
    expect((await runHere(['segment', 'history', 'Baru beli'], cwd, url)).stdout).toContain('left')
  })

  test('as a process that ends by itself, its URL in --db', async () => {
    const cwd = temporaryDirectory()
    const db = ['--db', postgresUrl()]
    expect(await toko([...db, 'init', ...shopOf], { cwd })).toMatchObject({ code: 0, stderr: '' })
    expect(await toko([...db, 'monitor', '--json'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('"total":0'),
    })
  })

  test('the password may come from PGPASSWORD instead of the URL', async () => {
    const cwd = temporaryDirectory()
    const { password } = new URL(postgresUrl())
    const env = {
      TOKO_DB: postgresUrl((url) => (url.password = '')),
      PGPASSWORD: decodeURIComponent(password),
    }
    expect(await toko(['init', ...shopOf], { cwd, env })).toMatchObject({ code: 0, stderr: '' })
  })
})

/** What was said, but for ids, which are made by chance. */
function withoutIds({ stdout, ...ran }: Ran): Ran {
  return { ...ran, stdout: stdout.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID') }
}
