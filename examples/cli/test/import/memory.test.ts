import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { jsonOf, toko, tokoIn } from '../support/toko.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const rows = isLong ? 1_000_000 : 100_000
const rowsOfOrder = 4
/** What the rows may cost beside the program itself, and all of it together where there are a million. */
const mostForRows = 70 * 2 ** 20
const mostInAll = 150 * 2 ** 20

const saysMemory = encodeURIComponent(
  "process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))",
)

const title = `${rows.toLocaleString('en-US')} rows are imported in hardly more memory than one`

// A second try: when the collector gets its turn depends on what else the machine does.
test(title, { retry: 1, timeout: 900_000 }, async () => {
  const cwd = temporaryDirectory()
  await tokoIn(cwd)('init', '--id', 'a', '--currency', 'GBP', '--time-zone', 'UTC')
  const columns =
    '--order Order --product Product --quantity Qty --price Price --date Date --customer Customer'

  /** Imports a file of so many rows; answers the most memory that it took, in bytes. */
  async function memoryFor(count: number): Promise<number> {
    await writeOrders(join(cwd, 'o.csv'), count)
    const ran = await toko(['import', 'orders', 'o.csv', ...columns.split(' '), '--json'], {
      cwd,
      fromSources: true,
      env: { TOKO_DB: 'shop.db', NODE_OPTIONS: `--import=data:text/javascript,${saysMemory}` },
    })
    expect(jsonOf(ran)).toMatchObject({ orders: count / rowsOfOrder, lines: count })
    const kilobytes = Number(ran.stderr.split('\n').at(-1))
    expect(kilobytes).toBeGreaterThan(0)
    return kilobytes * 1_024
  }

  // The first run ever also holds the compiler that takes the types out of our sources.
  await memoryFor(rowsOfOrder)
  const program = await memoryFor(2 * rowsOfOrder)
  const all = await memoryFor(rows)
  expect(all - program).toBeLessThan(mostForRows)
  if (isLong) expect(all).toBeLessThan(mostInAll)
})

/** The rows of an order lie far apart, so that none is complete before the whole file was read. */
async function writeOrders(file: string, rows: number): Promise<void> {
  const orders = rows / rowsOfOrder
  const out = createWriteStream(file)
  out.write('Order,Product,Qty,Price,Date,Customer\n')
  for (let i = 0; i < rows; i += 1) {
    const order = i % orders
    const date = new Date(Date.UTC(2020, 0, 1) + order * 600_000).toISOString()
    const row = `A-${rows}-${order},P-${i % 500},${1 + (i % 5)},${i % 90}.50,${date},C-${order % 20_000}\n`
    if (!out.write(row)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
