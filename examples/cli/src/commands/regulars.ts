import type { RegularCustomer } from '@langganan/core'
import type { Command } from 'commander'
import { addPageOptions, type PageOptions, pageOf } from '../input/page-options.ts'
import { customerColumns } from '../output/customer-columns.ts'
import { pageText } from '../output/customer-table.ts'
import type { Column } from '../output/table.ts'
import { withShop } from '../session/with-shop.ts'

const mostProducts = 3

const products: Column<RegularCustomer> = {
  head: 'BUYS MOST (ORDERS)',
  cell: (row) =>
    row.products
      .slice(0, mostProducts)
      .map(({ product, orders }) => `${product} (${orders})`)
      .join(', '),
  most: 40,
}

export function defineRegulars(command: Command): void {
  addPageOptions(command)
    .description(
      'Lists the regular customers (pelanggan tetap), who paid an order in full, with what they buy most often.',
    )
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db regulars --sort totalSpent --limit 20`,
    )
    .action((options: PageOptions, self: Command) =>
      withShop(self, async (session) => {
        const page = await session.shop.value.regulars(pageOf(options))
        const columns = [...customerColumns(session, options), products]
        const none = 'Nobody has paid an order in full yet. Record one: toko sale … --paid all'
        return { json: page, text: pageText(page, columns, none) }
      }),
    )
}
