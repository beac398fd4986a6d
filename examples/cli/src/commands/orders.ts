import type { Command } from 'commander'
import { fieldsOf } from '../output/table.ts'
import { whoText } from '../output/who.ts'
import { findOrder } from '../session/find-order.ts'
import { withShop } from '../session/with-shop.ts'
import { type OrderListOptions, orderList } from './order-list.ts'
import { paymentsText, transactionText } from './transaction-answer.ts'

export function defineOrders(command: Command): void {
  command.description('Sales and credit notes, one by one.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db orders list
  toko --db shop.db orders list --customer 0812-3456-7890 --limit 100
  toko --db shop.db orders show A-1`,
  )
  command
    .command('list')
    .description('Lists the latest sales and credit notes, the newest first.')
    .option('--customer <customer>', 'only those of this one: id, number, phone or e-mail address')
    .option('--limit <n>', 'orders at most (default: 20)')
    .action((options: OrderListOptions, self: Command) =>
      withShop(self, (session) => orderList(session, options)),
    )
  command
    .command('show')
    .description(
      'Shows a sale or credit note: its lines, what is open of it, and every payment or refund.',
    )
    .argument('<order>', "the shop's number of the order or credit note")
    .action((order: string, _options: unknown, self: Command) =>
      withShop(self, async (session) => {
        const { shop } = session
        const transaction = await findOrder(shop, order)
        const payments = await shop.transactions.payments({ id: transaction.id })
        const customer = await shop.customers.get(transaction.customer)
        const more = fieldsOf([
          ['Customer', whoText(customer)],
          ['Note', transaction.note ?? ''],
        ])
        const parts = [transactionText(transaction, session), paymentsText(payments, session), more]
        return {
          json: { ...transaction, payments },
          text: parts.filter((part) => part !== '').join('\n\n'),
        }
      }),
    )
}
