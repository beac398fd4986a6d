import type { Command } from 'commander'
import { fieldsOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import { withShop } from '../session/with-shop.ts'

export function defineLoyalty(command: Command): void {
  command
    .description('Shows where a customer stands, from prospect to lapsed, and why.')
    .argument('<customer>', 'id, customer number, phone or e-mail address')
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db loyalty 17850
  toko --db shop.db loyalty 0812-3456-7890 --at 2026-12-24`,
    )
    .action((customer: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop, time }) => {
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
      }),
    )
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
