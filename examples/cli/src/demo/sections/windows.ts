import type { CustomerListRow, Predicate, WindowStatus } from '@langganan/core'
import { tableOf } from '../../output/table.ts'
import type { DemoShop } from '../demo-shop.ts'
import { heading, indented, paragraph } from '../page.ts'
import { timeText } from '../words.ts'

const closed: Predicate = {
  all: [
    { not: { window: {}, is: 'open' } },
    { field: 'interactions', is: '>=', value: 1 },
    { field: 'orders', is: '>=', value: 5 },
  ],
}
const troublesome: Predicate = {
  all: [
    { field: 'orders', is: '=', value: 0 },
    { field: 'acquisition', is: '=', value: 'inbound' },
  ],
}

interface Reach {
  readonly row: CustomerListRow
  readonly status: WindowStatus
}

export async function windows(demo: DemoShop): Promise<string> {
  const blocked = await first(demo, troublesome)
  if (blocked !== undefined) {
    await demo.shop.customers.blacklist(blocked.id, { reason: 'Pesanan palsu' })
  }
  const wanted = [await first(demo, { window: {}, is: 'open' }), await first(demo, closed), blocked]
  const reach: Reach[] = []
  for (const row of wanted) {
    if (row !== undefined) reach.push({ row, status: await demo.shop.interactions.window(row.id) })
  }
  const table = tableOf<Reach>(
    [
      { head: 'NAME', cell: ({ row }) => row.name, most: 24 },
      { head: 'PHONE', cell: ({ row }) => row.phone ?? '' },
      { head: 'MAY BE SENT', cell: ({ status }) => meaning[status.state] },
      { head: 'WINDOW CLOSES', cell: ({ status }) => timeText(status.closesAt) },
    ],
    reach,
  )
  return [
    heading('The WhatsApp window', 'jendela 24 jam'),
    paragraph(
      'Open for 24 hours after a customer’s last message; the last of these was blacklisted for false orders.',
    ),
    '',
    indented(table),
  ].join('\n')
}

const meaning: Readonly<Record<WindowStatus['state'], string>> = {
  'free-form': 'anything (free-form)',
  'template-only': 'templates only',
  blocked: 'nothing (blocked)',
}

async function first({ shop }: DemoShop, where: Predicate): Promise<CustomerListRow | undefined> {
  const { rows } = await shop.segments.members(where, { sort: 'lastActivity', limit: 1 })
  return rows[0]
}
