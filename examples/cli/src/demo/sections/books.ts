import { tableOf } from '../../output/table.ts'
import type { DemoShop } from '../demo-shop.ts'
import { rupiah } from '../words.ts'

const indonesian: Readonly<Record<string, string>> = {
  cash: 'kas',
  receivable: 'piutang',
  sales: 'penjualan',
  charges: 'ongkos kirim',
  returns: 'retur',
  credit: 'saldo pelanggan',
}

interface Row {
  readonly account: string
  readonly debit: number
  readonly credit: number
}

/** The trial balance: the two columns come to the same. */
export async function books({ shop }: DemoShop): Promise<string> {
  const { accounts } = await shop.reports.trialBalance()
  const rows: Row[] = accounts
    .filter(({ bookAmount }) => bookAmount !== 0)
    .map(({ account, bookAmount }) => ({
      account: `${account} · ${indonesian[account] ?? account}`,
      debit: Math.max(bookAmount, 0),
      credit: Math.max(-bookAmount, 0),
    }))
    .sort((a, b) => b.debit - a.debit || a.credit - b.credit)
  const total: Row = {
    account: 'total',
    debit: rows.reduce((sum, { debit }) => sum + debit, 0),
    credit: rows.reduce((sum, { credit }) => sum + credit, 0),
  }
  const amount = (value: number) => (value === 0 ? '' : rupiah(value))
  return tableOf(
    [
      { head: 'ACCOUNT', cell: ({ account }) => account },
      { head: 'DEBIT', cell: ({ debit }) => amount(debit), align: 'right' },
      { head: 'CREDIT', cell: ({ credit }) => amount(credit), align: 'right' },
    ],
    [...rows, total],
  )
}
