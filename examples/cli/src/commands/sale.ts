import type { SaleInput } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { collect } from '../input/collect.ts'
import { customerArgument } from '../input/customer-argument.ts'
import { parseLine } from '../input/order-line.ts'
import { findCustomer } from '../session/find-customer.ts'
import { orderIfThere } from '../session/find-order.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'
import { addSaleTerms, type SaleTerms, termsOf } from './sale-terms.ts'
import { transactionAnswer } from './transaction-answer.ts'

interface SaleOptions extends SaleTerms {
  readonly order: string
  readonly line: readonly string[]
  readonly customer?: string
  readonly name?: string
  readonly phone?: string
  readonly number?: string
}

export function defineSale(command: Command): void {
  addSaleTerms(command)
    .description(
      `Records a sale. The same order number with the same content is recorded once; a customer given by name
and phone or number is found by that, else added. It comes to its lines, shipping and tax, less the discount.
One that was typed wrong is taken back with toko credit, set against it with toko pay --from-credit, and recorded
anew under another number.`,
    )
    .requiredOption('--order <number>', "the shop's number of the order")
    .requiredOption('--line <line>', 'PRODUCT:PIECES@PRICE, once for each line', collect)
    .option('--customer <customer>', customerArgument)
    .option('--name <name>', 'name of a customer on the spot')
    .option('--phone <phone>', 'phone of a customer on the spot')
    .option('--number <number>', "the shop's own number of a customer on the spot")
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db sale --order A-1 --name Sari --phone 0812-3456-7890 --line KOPI-250:2@55000 --paid all
  toko --db shop.db sale --order A-2 --customer 17850 --line KOPI-250:1@55_000 --line TEH:3@12000 --due 2026-12-24
  toko --db shop.db sale --order A-3 --customer 17850 --line KOPI-250:1@55000 --shipping 12000 --tax 6050 --discount 5000`,
    )
    .action((options: SaleOptions, self: Command) =>
      withShop(self, async (session) => {
        const { shop } = session
        const input = await saleOf(options, session)
        const before = await orderIfThere(shop, options.order)
        const sale = await shop.transactions.record(input)
        return transactionAnswer(sale, session, before?.id === sale.id)
      }),
    )
}

async function saleOf(options: SaleOptions, session: Session): Promise<SaleInput> {
  const { order, line } = options
  return {
    ...termsOf(options, session),
    orderId: order,
    customer: await buyerOf(options, session),
    lines: line.map((text) => parseLine(text, session)),
  }
}

async function buyerOf(
  { customer, name, phone, number }: SaleOptions,
  { shop }: Session,
): Promise<SaleInput['customer']> {
  const isOnTheSpot = [name, phone, number].some((given) => given !== undefined)
  if (customer !== undefined) {
    if (!isOnTheSpot) return findCustomer(shop, customer)
    throw wrongBuyer('Give --customer, or --name with --phone or --number, not both', 'customer')
  }
  if (!isOnTheSpot) {
    throw wrongBuyer(
      'Say whose sale it is: --customer, or --phone or --number, with --name for somebody new',
      'customer',
    )
  }
  // Whom nothing but a name tells apart would be another customer with every sale.
  if (phone === undefined && number === undefined) {
    throw wrongBuyer(
      'Give --phone or --number too, by which the next sale finds the customer, or --customer for one who is known',
      'phone',
    )
  }
  return { name, phone, external: number }
}

function wrongBuyer(problem: string, field: string): CliError {
  return new CliError('USAGE', `${problem}.`, field)
}
