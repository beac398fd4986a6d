import type { AccountBalance } from '@langganan/core'
import type { Command } from 'commander'
import { type Column, tableOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

export function defineBalances(command: Command): void {
  command
    .description(
      'Shows the trial balance: what every account of the books comes to, and that debits equal credits.',
    )
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db balances`,
    )
    .action((_options: unknown, self: Command) =>
      withShop(self, async (session) => {
        const balance = await session.shop.reports.trialBalance()
        const { accounts, balanced } = balance
        if (accounts.length === 0) return { json: balance, text: 'Nothing is in the books yet.' }
        const said = balanced ? 'Debits equal credits.' : 'DEBITS AND CREDITS DIFFER.'
        return { json: balance, text: `${tableOf(columnsOf(session), accounts)}\n\n${said}` }
      }),
    )
}

function columnsOf({ money, shop }: Session): readonly Column<AccountBalance>[] {
  const side = (minor: number, currency: string) => (minor > 0 ? money(minor, currency) : '')
  const isForeign = ({ currency }: AccountBalance) => currency !== shop.currency
  return [
    { head: 'ACCOUNT', cell: ({ account }) => account },
    { head: 'DEBIT', cell: ({ amount, currency }) => side(amount, currency), align: 'right' },
    { head: 'CREDIT', cell: ({ amount, currency }) => side(-amount, currency), align: 'right' },
    {
      head: `IN ${shop.currency}`,
      cell: (row) => (isForeign(row) ? money(row.bookAmount) : ''),
      align: 'right',
    },
  ]
}
