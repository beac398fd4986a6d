import type { Command } from 'commander'
import { allOrAmount } from '../input/all-or-amount.ts'
import { collect } from '../input/collect.ts'
import { customerArgument } from '../input/customer-argument.ts'
import { parseLine } from '../input/order-line.ts'
import { findCustomer } from '../session/find-customer.ts'
import { orderIfThere } from '../session/find-order.ts'
import { withShop } from '../session/with-shop.ts'
import { transactionAnswer } from './transaction-answer.ts'

interface CreditOptions {
  readonly order: string
  readonly line: readonly string[]
  readonly customer: string
  readonly refunded?: string
  readonly method?: string
  readonly note?: string
}

export function defineCredit(command: Command): void {
  command
    .description(
      `Records a credit note for goods that came back. What was not given back at once stays in the customer's favour.`,
    )
    .requiredOption('--order <number>', "the shop's number of the credit note")
    .requiredOption(
      '--line <line>',
      'PRODUCT:PIECES@PRICE of what came back, once for each line',
      collect,
    )
    .requiredOption('--customer <customer>', customerArgument)
    .option('--refunded <amount>', 'what was given back at once: an amount, or all (lunas)')
    .option('--method <method>', 'how it was given back, such as cash or transfer')
    .option('--note <text>', 'anything else')
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db credit --order R-1 --customer 17850 --line KOPI-250:1@55000 --refunded all`,
    )
    .action((options: CreditOptions, self: Command) =>
      withShop(self, async (session) => {
        const { order, line, customer, refunded, method, note } = options
        const before = await orderIfThere(session.shop, order)
        const credit = await session.shop.transactions.record({
          kind: 'creditNote',
          orderId: order,
          customer: await findCustomer(session.shop, customer),
          lines: line.map((text) => {
            const typed = parseLine(text, session)
            return { ...typed, quantity: -typed.quantity }
          }),
          refunded: allOrAmount(refunded, 'refunded', session),
          method,
          note,
        })
        return transactionAnswer(credit, session, before?.id === credit.id)
      }),
    )
}
