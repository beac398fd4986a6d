import type { Payment, SettleInput, Shop } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { parseAmount } from '../input/amount.ts'
import { fieldsOf } from '../output/table.ts'
import { withShop } from '../session/with-shop.ts'

interface SettleOptions {
  readonly order: string
  readonly amount: string
  readonly method?: string
  readonly reference?: string
  readonly note?: string
}

export function definePay(command: Command): void {
  command
    .description('Records a payment of a sale, never more than is open.')
    .addHelpText(
      'after',
      '\nExample:\n  toko --db shop.db pay --order A-2 --amount 50_000 --reference TRX-881',
    )
  settling(command, 'sale', (transactions, input) => transactions.pay(input))
}

export function defineRefund(command: Command): void {
  command
    .description('Records money given back on a credit note, never more than is open.')
    .addHelpText('after', '\nExample:\n  toko --db shop.db refund --order R-1 --amount 55_000')
  settling(command, 'credit note', (transactions, input) => transactions.refund(input))
}

function settling(
  command: Command,
  what: string,
  settle: (transactions: Shop['transactions'], input: SettleInput) => Promise<Payment>,
): void {
  command
    .requiredOption('--order <number>', `the shop's number of the ${what}`)
    .requiredOption('--amount <amount>', 'how much, or all for what is open')
    .option('--method <method>', 'how, such as cash, transfer or qris')
    .option('--reference <number>', "the bank's own number; the same twice is recorded once")
    .option('--note <text>', 'anything else')
    .action(({ order, amount, method, reference, note }: SettleOptions, self: Command) =>
      withShop(self, async ({ shop, money }) => {
        const before = await shop.transactions.get(order)
        if (before.open === 0 && amount === 'all') throw nothingOpen(what)
        const payment = await settle(shop.transactions, {
          orderId: order,
          amount: amount === 'all' ? before.open : parseAmount(amount, before.currency, 'amount'),
          method,
          reference,
          note,
        })
        const { open, currency } = await shop.transactions.get(order)
        return {
          json: payment,
          text: fieldsOf([
            [payment.kind === 'payment' ? 'Paid' : 'Given back', money(payment.amount, currency)],
            ['Still open', open === 0 ? 'nothing' : money(open, currency)],
          ]),
        }
      }),
    )
}

function nothingOpen(what: string): CliError {
  return new CliError('PAYMENT_EXCEEDS_BALANCE', `Nothing is open on this ${what}.`, 'amount')
}
