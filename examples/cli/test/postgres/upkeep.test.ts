import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { postgresUrl } from '../support/postgres.ts'
import { shopHere } from '../support/shop-here.ts'

const { cwd, run, json, refusal } = shopHere()

test('a backup of SQLite is restored into Postgres, and a backup of that has the same rows', async () => {
  await json('customers', 'add', 'Sari Dewi', '--number', 'C-1', '--city', 'Bandung')
  const line = ['--line', 'KOPI@55.000', '--paid', 'lunas']
  await json('sale', '--order', 'A-1', '--customer', 'C-1', ...line)
  await json('segment', 'create', 'Pembeli', 'orders >= 1', '--track')
  await json('view', 'create', 'Semua', '--columns', 'name,city')
  await json('tags', 'create', 'Sultan', '--ltv-min', '10.000')
  await json('backup', 'a.backup')

  const db = ['--db', postgresUrl()]
  expect(await json(...db, 'restore', 'a.backup')).toMatchObject({ shop: 'kopi-senja' })
  await json(...db, 'backup', 'b.backup')
  expect(rowsOf('b.backup')).toEqual(rowsOf('a.backup'))
  expect(rowsOf('a.backup').length).toBeGreaterThan(20)

  const again = await refusal(...db, 'restore', 'a.backup')
  expect(again).toMatchObject({ exit: 1, code: 'SHOP_ALREADY_EXISTS', field: 'id' })
  await json(...db, 'restore', 'a.backup', '--id', 'latihan')
  expect(await refusal(...db, 'monitor')).toMatchObject({ exit: 2, code: 'SHOP_ID_REQUIRED' })

  const doctor = ['doctor', '--shop', 'kopi-senja']
  expect(await json(...db, ...doctor)).toMatchObject({
    sound: true,
    findings: [],
    database: { settings: { server_encoding: 'UTF8', synchronous_commit: expect.any(String) } },
  })
  expect((await run(...db, ...doctor)).stdout).toMatch(
    /^All rows fit, and the books balance\.\nThe server is Postgres \d+.* \(server_encoding UTF8, synchronous_commit \w+, fsync \w+\)\.\n/,
  )
})

/** Lines of a backup between the first, which says when it was taken, and the checksum. */
function rowsOf(file: string): readonly string[] {
  const text = gunzipSync(readFileSync(join(cwd, file))).toString()
  return text.trimEnd().split('\n').slice(1, -1)
}
