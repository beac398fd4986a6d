import type { Payment, SettleInput, Shop, Transaction } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { isAll } from '../input/all-or-amount.ts'
import { parseAmount } from '../input/amount.ts'
import { oneLine } from '../output/one-line.ts'
import { fieldsOf } from '../output/table.ts'
import { findOrder } from '../session/find-order.ts'
import { withShop } from '../session/with-shop.ts'

interface SettleOptions {
  readonly order: string
  readonly amount: string
  readonly method?: string
  readonly reference?: string
  readonly note?: string
}

/** What is settled, and by which method of the shop. */
interface Settling {
  readonly kind: Transaction['kind']
  readonly what: string
  readonly settle: (transactions: Shop['transactions'], input: SettleInput) => Promise<Payment>
}

export function definePay(command: Command): void {
  command
    .description('Records a payment of a sale, never more than is open.')
    .addHelpText(
      'after',
      '\nExample:\n  toko --db shop.db pay --order A-2 --amount 50.000 --reference TRX-881',
    )
  defineSettling(command, {
    kind: 'sale',
    what: 'sale',
    settle: (transactions, input) => transactions.pay(input),
  })
}

export function defineRefund(command: Command): void {
  command
    .description('Records money given back on a credit note, never more than is open.')
    .addHelpText('after', '\nExample:\n  toko --db shop.db refund --order R-1 --amount 55.000')
  defineSettling(command, {
    kind: 'creditNote',
    what: 'credit note',
    settle: (transactions, input) => transactions.refund(input),
  })
}

function defineSettling(command: Command, { kind, what, settle }: Settling): void {
  command
    .requiredOption('--order <number>', `the shop's number of the ${what}`)
    .requiredOption('--amount <amount>', 'how much, or all for what is open')
    .option('--method <method>', 'how, such as cash, transfer or qris')
    .option('--reference <number>', "the bank's own number; the same twice is recorded once")
    .option('--note <text>', 'anything else')
    .action(({ order, amount, method, reference, note }: SettleOptions, self: Command) =>
      withShop(self, async ({ shop, money }) => {
        const before = await findOrder(shop, order)
        if (before.kind !== kind) throw otherKind(before)
        const earlier = await shop.transactions.paymentsOf(before.customer)
        const payment = await settle(shop.transactions, {
          orderId: order,
          amount: isAll(amount)
            ? allOf(before, what, earlier.find(withReference(reference)))
            : parseAmount(amount, before.currency, 'amount'),
          method,
          reference,
          note,
        })
        const { open, currency } = await shop.transactions.get(order)
        const isRepeated = earlier.some(({ id }) => id === payment.id)
        return {
          json: payment,
          text: fieldsOf([
            [payment.kind === 'payment' ? 'Paid' : 'Given back', money(payment.amount, currency)],
            ['Still open', open === 0 ? 'nothing' : money(open, currency)],
            ['Note', isRepeated ? 'recorded before; nothing changed' : ''],
          ]),
        }
      }),
    )
}

function withReference(wanted: string | undefined): (payment: Payment) => boolean {
  return ({ reference }) => wanted !== undefined && reference === wanted
}

/** What `all` means: what was paid with this reference before, else what is open. */
function allOf({ open }: Transaction, what: string, before: Payment | undefined): number {
  if (before !== undefined) return before.amount
  if (open > 0) return open
  throw new CliError('PAYMENT_EXCEEDS_BALANCE', `Nothing is open on this ${what}.`, 'amount')
}

function otherKind({ kind, orderId }: Transaction): CliError {
  const number = oneLine(orderId)
  const message =
    kind === 'sale'
      ? `${number} is a sale. Money for it comes in with toko pay; for goods that came back, record toko credit first.`
      : `${number} is a credit note. Money for it is given back with toko refund.`
  return new CliError('INVALID_INPUT', `--order: ${message}`, 'order')
}
