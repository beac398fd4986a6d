import type { Tag } from '@langganan/core'
import { tableOf } from '../../output/table.ts'
import { type DemoShop, now } from '../demo-shop.ts'
import { heading, indented, paragraph } from '../page.ts'
import { sultanFrom } from '../prepare.ts'
import { count, rupiah } from '../words.ts'

const giftBox = { product: 'HAMPERS-BESAR', category: 'hampers', price: 525_000 }

export async function tags(demo: DemoShop): Promise<string> {
  const { shop } = demo
  const loyal = await shop.segments.members(
    { field: 'loyalty', is: '=', value: 'loyal' },
    { sort: 'name', limit: 3 },
  )
  for (const { id } of loyal.rows) await shop.tags.assign('Teman Senja', id)
  const table = tableOf(
    [
      { head: 'TAG', cell: ({ name }) => name },
      { head: 'GIVEN', cell: ruleOf },
      { head: 'CUSTOMERS', cell: ({ members }) => count(members), align: 'right' },
    ],
    await shop.tags.list(),
  )
  return [
    heading('Tags', 'tag'),
    paragraph('A range of lifetime value gives a tag by itself; others are given by hand.'),
    '',
    indented(table),
    '',
    paragraph(await crossing(demo)),
  ].join('\n')
}

function ruleOf({ ltvMin, ltvMax }: Tag): string {
  if (ltvMin === null) return ltvMax === null ? 'by hand' : `LTV up to ${rupiah(ltvMax)}`
  return ltvMax === null
    ? `LTV of ${rupiah(ltvMin)} or more`
    : `LTV of ${rupiah(ltvMin)} to ${rupiah(ltvMax)}`
}

/** Whoever comes next to the bound buys what is missing, and has the tag in the same transaction. */
async function crossing({ shop }: DemoShop): Promise<string> {
  const where = { field: 'ltv', is: '<', value: sultanFrom } as const
  const { rows } = await shop.customers.list({ where, sort: 'totalSpent', limit: 1 })
  const [before] = rows
  if (before === undefined) return ''
  const quantity = Math.ceil((sultanFrom - before.ltv) / giftBox.price)
  const { total } = await shop.transactions.record({
    customer: before.id,
    orderId: 'DEMO-1',
    at: now,
    lines: [{ ...giftBox, quantity }],
    paid: true,
  })
  const { ltv } = await shop.value.of(before.id)
  const after = await shop.customers.list({
    where: { field: 'phone', is: '=', value: before.phone ?? '' },
  })
  const names = after.rows.flatMap((row) => row.tags.map(({ name }) => name))
  return `${before.name} now buys gift boxes for ${rupiah(total)}: from ${rupiah(before.ltv)} to ${rupiah(ltv)}. The same transaction gave the tag: ${names.join(', ')}.`
}
