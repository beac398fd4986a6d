import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { cwd, json, refusal } = shopHere()
const later = ['--at', '2999-01-01']

beforeAll(async () => {
  await json('customers', 'add', 'Sari', '--number', 'C-1')
  await json('sale', '--order', 'A-1', '--customer', 'C-1', '--line', 'KOPI@5.000')
  await json('segment', 'create', 'Baru', 'last purchase in last 7 days', '--track')
  writeFileSync(
    join(cwd, 'o.csv'),
    'No,Barang,Jml,Harga,Tgl,HP\nB-1,K,1,5,2026-01-01,08123456789\n',
  )
})

const columns = '--order No --product Barang --quantity Jml --price Harga --date Tgl --phone HP'

test.each([
  ['tick'],
  ['sale', '--order', 'A-2', '--customer', 'C-1', '--line', 'KOPI@5.000'],
  ['pay', 'A-1', '5.000'],
  ['chat', 'C-1'],
  ['customers', 'add', 'Budi'],
  ['segment', 'create', 'X', 'orders >= 1'],
  ['loyalty', '--measure'],
  ['import', 'orders', 'o.csv', ...columns.split(' ')],
  ['import', 'orders', 'o.csv', ...columns.split(' '), '--dry-run'],
  ['init', '--id', 'lain', '--currency', 'IDR', '--time-zone', 'Asia/Jakarta'],
])('%s records nothing at a time that has not come', async (...args) => {
  expect(await refusal(...args, ...later)).toMatchObject({
    exit: 3,
    code: 'TIME_IN_FUTURE',
    field: 'at',
  })
})

test('what only asks takes a later time, and history ends where it did', async () => {
  expect(await json('segment', 'count', 'Baru', ...later)).toEqual({ count: 0 })
  expect(await json('segment', 'explain', 'Baru', 'C-1', ...later)).toMatchObject({ holds: false })
  expect(await json('monitor', ...later)).toMatchObject({ total: 1 })
  expect(await json('tick')).toEqual({ customers: 0, crossings: 0 })
  expect(await json('segment', 'history', 'Baru')).toMatchObject({ rows: [{ change: 'entered' }] })
})
