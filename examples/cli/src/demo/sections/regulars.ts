import type { RegularCustomer } from '@langganan/core'
import { tableOf } from '../../output/table.ts'
import type { DemoShop } from '../demo-shop.ts'
import { heading, indented, paragraph } from '../page.ts'
import { count, dayText, rupiah } from '../words.ts'

export async function regulars({ shop }: DemoShop): Promise<string> {
  const { rows } = await shop.value.regulars({ sort: 'totalSpent', limit: 10 })
  const table = tableOf(
    [
      { head: 'NAME', cell: ({ name }) => name, most: 18 },
      { head: 'ORDERS', cell: ({ orders }) => count(orders), align: 'right' },
      { head: 'LTV', cell: ({ ltv }) => rupiah(ltv), align: 'right' },
      { head: 'LAST SEEN', cell: ({ lastActivityAt }) => dayText(lastActivityAt) },
      { head: 'BUYS MOST (ORDERS)', cell: boughtMost, most: 34 },
    ],
    rows,
  )
  return [
    heading('The ten best regular customers', 'pelanggan tetap'),
    paragraph('Paid in full at least once, by lifetime value: what they paid less what went back.'),
    '',
    indented(table),
  ].join('\n')
}

function boughtMost({ products }: RegularCustomer): string {
  return products
    .slice(0, 2)
    .map(({ product, orders }) => `${product} ×${orders}`)
    .join(', ')
}
