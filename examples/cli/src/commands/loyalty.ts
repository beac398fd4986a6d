import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { customerArgument } from '../input/customer-argument.ts'
import type { Answer } from '../output/answer.ts'
import { fieldsOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

export function defineLoyalty(command: Command): void {
  command
    .description('Shows where a customer stands, from prospect to lapsed, and why.')
    .argument('[customer]', customerArgument)
    .option(
      '--measure',
      "measure the shop's usual gap between orders anew first, as every import does",
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db loyalty 17850
  toko --db shop.db loyalty 0812-3456-7890 --at 2026-12-24
  toko --db shop.db loyalty --measure`,
    )
    .action((customer: string | undefined, { measure }: Options, self: Command) =>
      withShop(self, async (session) => {
        if (customer === undefined && measure === undefined) throw nobodyGiven()
        const gap = measure === undefined ? null : await session.shop.value.refreshRhythm()
        return customer === undefined
          ? { json: { medianGapDays: gap }, text: gapText(gap) }
          : loyaltyAnswer(customer, session)
      }),
    )
}

async function loyaltyAnswer(customer: string, { shop, time }: Session): Promise<Answer> {
  const loyalty = await shop.value.loyalty(await findCustomer(shop, customer))
  const { stage, orders, lastPurchaseAt, rhythm, slippingAt, lapsedAt, reasons } = loyalty
  const whose = rhythm?.of === 'customer' ? "the customer's own" : "the shop's"
  return {
    json: loyalty,
    text: fieldsOf([
      ['Stage', stage],
      ['Because', reasons.join(' ')],
      ['Orders', String(orders)],
      ['Last order', time(lastPurchaseAt)],
      ['Usual gap', rhythm === null ? '' : `${inDays(rhythm.days)} (${whose})`],
      ['Slipping from', time(slippingAt)],
      ['Lapsed from', time(lapsedAt)],
    ]),
  }
}

interface Options {
  readonly measure?: true
}

function nobodyGiven(): CliError {
  return new CliError('USAGE', 'Say whose loyalty to show, or --measure.', 'customer')
}

function gapText(gap: number | null): string {
  if (gap === null) return 'Nobody has ordered twice yet, so there is no gap to measure.'
  return `Customers usually come back after ${inDays(Math.round(gap * 10) / 10)}; that counts from now on for those with one to three orders.`
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
