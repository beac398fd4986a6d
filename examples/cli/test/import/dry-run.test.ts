import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shopHere } from '../support/shop-here.ts'

const { cwd, run, json } = shopHere()
const columns =
  '--order No --product Barang --quantity Jml --price Harga --date Tgl --phone HP --name Nama'
const money = '--status Status --status-word Dikirim=paid --shipping Ongkir --discount Diskon'
const command = ['import', 'orders', 'o.csv', ...columns.split(' '), ...money.split(' ')]
const header = 'No;Tgl;Nama;HP;Barang;Jml;Harga;Ongkir;Diskon;Status;Kurir'

test('tells what an import would record, writes nothing, and equals the import', async () => {
  writeFileSync(
    join(cwd, 'o.csv'),
    [
      'sep=;',
      header,
      'S-1;2026-01-02;Sari;0812-3456-7890;KOPI;2;Rp 55.000;Rp 12.000;Rp 5.000;Selesai;JNE',
      'S-1;2026-01-02;Sari;0812-3456-7890;TEH;1;Rp 10.000;;;;JNE',
      'S-2;2026-01-03;Budi;62813 9876 5432;KOPI;1;Rp 55.000;;;COD;JNE',
      'S-3;2026-01-04;Wati;;KOPI;1;Rp 55.000;;;Dibatalkan;JNE',
      'S-4;2026-01-05;Sari;+6281234567890;TEH;1;10.000;;;Dikirim;JNE',
      '',
    ].join('\n'),
  )
  const counts = { orders: 3, creditNotes: 0, lines: 4, customers: 2, unchanged: 0, cancelled: 1 }
  const trial = await json(...command, '--dry-run')
  expect(trial).toMatchObject({
    ...counts,
    sums: { goods: 180_000, charges: 12_000, returns: 0, money: 137_000, owed: 55_000 },
    payments: 0,
    notes: ['Not read, as no option names them: "Kurir".'],
    dryRun: true,
  })
  expect(await json('monitor')).toMatchObject({ total: 0 })
  const { stdout } = await run(...command, '--dry-run')
  expect(stdout).toMatch(/^Cancelled +1 order left out$/m)
  expect(stdout).toMatch(
    /^Goods +Rp 180\.000\nShipping and tax +Rp 12\.000\nMoney in +Rp 137\.000$/m,
  )
  expect(stdout).toMatch(/\nThis was a dry run: nothing was written\./)
  const rejected = { noCustomer: 0, zeroQuantity: 0, noPrice: 0 }
  expect(await json(...command)).toEqual({ ...counts, rejected })
  expect(await json(...command, '--dry-run')).toMatchObject({ orders: 0, unchanged: 3 })
})

test.each([
  ['Dikirim', 'Expected WORD=paid'],
  ['Dikirim=sent', 'Expected WORD=paid'],
  ['=paid', 'Expected WORD=paid'],
])('--status-word %s is refused', async (word, message) => {
  const ran = await run(...command, '--status-word', word)
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
})
