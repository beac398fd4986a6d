import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { errorOf, jsonOf, startToko, toko, tokoIn } from '../support/toko.ts'

const columns =
  '--order Order --product Product --quantity Qty --price Price --date Date --customer Customer'.split(
    ' ',
  )
const header = 'Order,Product,Qty,Price,Date,Customer\n'
const shopOf = ['--id', 'a', '--currency', 'GBP', '--time-zone', 'UTC']

async function newShop(): Promise<string> {
  const cwd = temporaryDirectory()
  await tokoIn(cwd)('init', ...shopOf)
  return cwd
}

test('prints its fixed form', async () => {
  const cwd = await newShop()
  writeFileSync(join(cwd, 'o.csv'), `${header}A-1,KOPI,1,5,2026-01-01,C1\nA-2,K,1,5,2026-01-01,\n`)
  const run = () => tokoIn(cwd)('import', 'orders', 'o.csv', ...columns, '--json')
  expect((await run()).stdout).toBe(
    '{"orders":1,"creditNotes":0,"lines":1,"customers":1,"rejected":{"noCustomer":1,"zeroQuantity":0,"noPrice":0},"unchanged":0}\n',
  )
  expect((await run()).stdout).toContain('"unchanged":1')
})

test('tells people of payments and of the first rows left out, and scripts in the same form as ever', async () => {
  const cwd = await newShop()
  const unnamed = Array.from({ length: 22 }, (_, i) => `B-${i},K,1,5,01.01.2026,,\n`).join('')
  const run = (paid: string, ...more: string[]) => {
    const rows = `${header.trimEnd()},Status\nA-1,KOPI,1,5,1-1-2026,C1,${paid}\n${unnamed}`
    writeFileSync(join(cwd, 'o.csv'), rows)
    const form = ['--date-format', 'dd/mm/yyyy', '--paid', 'Status']
    return tokoIn(cwd)('import', 'orders', 'o.csv', ...columns, ...form, ...more)
  }
  const first = (await run('Belum Bayar')).stdout
  expect(first).toContain('22 without a customer (rows 3, 4, 5,')
  expect(first).toContain('21, 22 and 2 more)')
  expect(first).toMatch(/\nNames are customer numbers, as no --name column was named\.\n$/)
  const second = (await run('Lunas')).stdout
  expect(second).toMatch(/Payments +1 \(of orders imported before\)/)
  expect((await run('Lunas', '--json')).stdout).toBe(
    '{"orders":0,"creditNotes":0,"lines":0,"customers":0,"rejected":{"noCustomer":22,"zeroQuantity":0,"noPrice":0},"unchanged":1}\n',
  )
})

test('a header with semicolons and no comma says what separates cells', async () => {
  const cwd = await newShop()
  const run = async (head: string, row: string, ...more: string[]) => {
    writeFileSync(join(cwd, 'o.csv'), `${head}\n${row}\n`)
    return tokoIn(cwd)('import', 'orders', 'o.csv', ...columns, ...more)
  }
  const head = 'Order;Product;Qty;Price;Date;Customer'
  const first = await run(`${head};"a, b"`, 'A-1;K;1;"5,50";2026-01-01;C1;')
  expect(first.stdout).toMatch(/Orders +1\n/)
  expect(first.stdout).toContain('\nCells are separated by ";", as the header shows.\n')
  const said = await run(head, 'A-2;K;1;"5,50";2026-01-01;C1', '--delimiter', ';')
  expect(said.stdout).not.toContain('separated by')
  const commas = await run(`${header.trimEnd()},a;b;c`, 'A-3,K,1,5.50,2026-01-01,C1,')
  expect(commas.stdout).toMatch(/Orders +1\n/)
  expect(commas.stdout).not.toContain('separated by')
})

const mixed = `${header}A-3,KOPI,1,5,2026-01-01,C1
A-3,KOPI,-1,5,2026-01-01,C1
A-4,KOPI,1,x,2026-01-01,C1
A-4,TEH,1,5,2026-01-01,C1
A-5,KOPI,1,5,2026-01-01,C1
`

test('names all wrong rows at once, and writes nothing', async () => {
  const cwd = await newShop()
  writeFileSync(join(cwd, 'm.csv'), mixed)
  const ran = await tokoIn(cwd)('import', 'orders', 'm.csv', ...columns, '--json')
  expect(ran.code).toBe(3)
  expect(errorOf(ran)).toEqual({
    code: 'INVALID_INPUT',
    field: 'Qty',
    message: [
      '2 rows are wrong, and nothing was imported. Correct them, or leave their orders out with --skip-invalid.',
      '  Row 2, column Qty: Expected all rows of this order to be sold pieces, or all to be returned ones. It is order A-3.',
      '  Row 4, column Price: Expected a number such as 1250.50, in digits alone: without words, and without jt, rb or k. Found "x" in order A-4.',
    ].join('\n'),
  })
  expect(jsonOf(await tokoIn(cwd)('monitor', '--json'))).toMatchObject({ total: 0 })
})

test('--skip-invalid leaves orders with wrong rows out whole, names them and ends with 1', async () => {
  const cwd = await newShop()
  writeFileSync(join(cwd, 'm.csv'), mixed)
  const run = (...more: string[]) =>
    tokoIn(cwd)('import', 'orders', 'm.csv', ...columns, '--skip-invalid', ...more)
  const ran = await run('--json')
  expect(ran.code).toBe(1)
  expect(ran.stdout).toBe(
    '{"orders":1,"creditNotes":0,"lines":1,"customers":1,"rejected":{"noCustomer":0,"zeroQuantity":0,"noPrice":0},"unchanged":0}\n',
  )
  const lines = ran.stderr.trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { error: { code: 'INVALID_INPUT', field: 'Qty' }, order: 'A-3', row: 2 },
    { error: { code: 'INVALID_INPUT', field: 'Price' }, order: 'A-4', row: 4 },
    {
      error: {
        code: 'ORDERS_LEFT_OUT',
        field: 'file',
        message: expect.stringMatching(/^2 orders were left out/),
      },
    },
  ])

  const told = await run()
  expect(told.stdout).toContain('Orders left out  2')
  expect(told.stderr).toMatch(
    /^left out: Row 2, column Qty: .*\nleft out: Row 4, .*\nerror: 2 orders/,
  )
})

test('wrong files end with 3, and nothing is recorded', async () => {
  const cwd = await newShop()
  writeFileSync(
    join(cwd, 'date.csv'),
    `${header}A-1,KOPI,1,5,2026-01-01,C1\nA-2,KOPI,1,5,2026-02-30,C1\n`,
  )
  writeFileSync(join(cwd, 'image.png'), Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\r', 'latin1'))
  const refusal = async (file: string, ...more: string[]) => {
    const ran = await tokoIn(cwd)('import', 'orders', file, ...columns, ...more, '--json')
    expect(ran.code).toBe(3)
    return errorOf(ran)
  }
  expect(await refusal('date.csv')).toMatchObject({ code: 'INVALID_INPUT', field: 'Date' })
  expect(await refusal('image.png')).toMatchObject({ code: 'FILE_NOT_CSV', field: 'file' })
  expect(await refusal('nothing.csv')).toMatchObject({ code: 'FILE_NOT_FOUND', field: 'file' })
  expect(await refusal('date.csv', '--customer', 'Custumer')).toMatchObject({
    code: 'COLUMN_NOT_FOUND',
    field: 'customer',
    message: expect.stringContaining('Did you mean "Customer"?'),
  })
  expect(jsonOf(await tokoIn(cwd)('monitor', '--json'))).toMatchObject({ total: 0 })
})

test('finds files from where a package manager was called', async () => {
  const cwd = await newShop()
  mkdirSync(join(cwd, 'sub'))
  writeFileSync(join(cwd, 'o.csv'), `${header}A-1,KOPI,1,5,2026-01-01,C1\n`)
  const args = ['--db', 'shop.db', 'import', 'orders', 'o.csv', ...columns, '--json']
  const ran = await toko(args, { cwd: join(cwd, 'sub'), env: { INIT_CWD: cwd } })
  expect(jsonOf(ran)).toMatchObject({ orders: 1 })
})

test.runIf(existsSync('/proc/self/fd'))(
  'killed while it reads, it leaves no staged rows and no orders behind',
  async () => {
    const cwd = await newShop()
    const scratch = temporaryDirectory()
    const rows = Array.from({ length: 400_000 }, (_, i) => `A-${i},KOPI,1,5,2026-01-01,C${i % 100}`)
    // With a wrong row at the end it has nothing to write until it has read all of them.
    writeFileSync(join(cwd, 'o.csv'), `${header}${rows.join('\n')}\nA-0,KOPI,one,5,2026-01-01,C1\n`)
    const child = startToko(['--db', 'shop.db', 'import', 'orders', 'o.csv', ...columns], {
      cwd,
      env: { SQLITE_TMPDIR: scratch },
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (child.exitCode === null && !isStaging(child.pid, scratch)) await later(20)
    child.kill('SIGKILL')
    await ended
    expect(child.signalCode).toBe('SIGKILL')
    expect(readdirSync(scratch)).toEqual([])
    expect(jsonOf(await tokoIn(cwd)('monitor', '--json'))).toMatchObject({ total: 0 })
  },
)

/** Whether the process holds its temporary database open, which has no name any more. */
function isStaging(pid: number | undefined, scratch: string): boolean {
  const open = `/proc/${pid}/fd`
  if (!existsSync(open)) return false
  return readdirSync(open).some((name) => targetOf(join(open, name)).startsWith(scratch))
}

/** A descriptor may be closed while they are listed. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
