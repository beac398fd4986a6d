import {
  type CustomerListRow,
  type CustomerLoyalty,
  type LoyaltyStage,
  loyaltyStages,
  type Predicate,
} from '@langganan/core'
import { tableOf } from '../../output/table.ts'
import type { DemoShop } from '../demo-shop.ts'
import { heading, indented, paragraph, quiet } from '../page.ts'
import { count, dayText, monthText, stagesInIndonesian } from '../words.ts'

const compared = ['loyal', 'slipping', 'lapsed'] as const
const lastSeen = ['2026-08-01', '2026-10-31'] as const

export async function loyalty(demo: DemoShop): Promise<string> {
  return [
    heading('Loyalty', 'kesetiaan'),
    paragraph(
      'Judged by each customer’s own rhythm, not by one fixed number of days. With one to three orders the shop’s usual gap counts.',
    ),
    '',
    indented(await stageTable(demo)),
    '',
    ...comparison(await sameCountDifferentRhythm(demo)),
  ].join('\n')
}

function comparison(judged: readonly Judged[]): readonly string[] {
  if (judged.length === 0) return []
  const people = tableOf<Judged>(
    [
      { head: 'NAME', cell: ({ row }) => row.name, most: 24 },
      { head: 'ORDERS', cell: ({ row }) => count(row.orders), align: 'right' },
      {
        head: 'USUAL GAP',
        cell: ({ found }) => `${found.rhythm?.days ?? '?'} days`,
        align: 'right',
      },
      { head: 'LAST ORDER', cell: ({ found }) => dayText(found.lastPurchaseAt) },
      { head: 'SLIPS', cell: ({ found }) => dayText(found.slippingAt) },
      { head: 'LAPSES', cell: ({ found }) => dayText(found.lapsedAt) },
      { head: 'STAGE', cell: ({ found }) => found.stage },
    ],
    judged,
  )
  return [
    paragraph(`Equally many orders, last seen ${lastSeenText(judged)}, and yet three stages:`),
    '',
    indented(people),
    '',
    ...judged.map(({ row, found }) => paragraph(`${row.name}: ${found.reasons.join(' ')}`, 2)),
  ]
}

/** The months in which those shown were last seen. */
function lastSeenText(judged: readonly Judged[]): string {
  const days = judged.map(({ found }) => dayText(found.lastPurchaseAt)).sort()
  const [first = '', last = ''] = [days.at(0), days.at(-1)].map((day = '') => monthText(day))
  return first === last ? `in ${first}` : `between ${first} and ${last}`
}

async function stageTable({ shop }: DemoShop): Promise<string> {
  const stages: { stage: LoyaltyStage; members: number }[] = []
  for (const stage of loyaltyStages) {
    stages.push({
      stage,
      members: await shop.segments.count({ field: 'loyalty', is: '=', value: stage }),
    })
  }
  const most = Math.max(...stages.map(({ members }) => members), 1)
  return tableOf(
    [
      { head: 'STAGE', cell: ({ stage }) => stage },
      { head: 'TAHAP', cell: ({ stage }) => stagesInIndonesian[stage] },
      { head: 'CUSTOMERS', cell: ({ members }) => count(members), align: 'right' },
      { head: '', cell: ({ members }) => quiet('▇'.repeat(Math.ceil((members / most) * 36))) },
    ],
    stages,
  )
}

interface Judged {
  readonly row: CustomerListRow
  readonly found: CustomerLoyalty
}

/** One customer of each compared stage, with equally many orders and the last one in the same three months. */
async function sameCountDifferentRhythm(demo: DemoShop): Promise<readonly Judged[]> {
  for (let orders = 6; orders <= 20; orders++) {
    const found = await Promise.all(compared.map((stage) => example(demo, stage, orders)))
    const all = found.flatMap((judged) => judged ?? [])
    if (all.length === compared.length) return all
  }
  return []
}

async function example(
  { shop }: DemoShop,
  stage: LoyaltyStage,
  orders: number,
): Promise<Judged | undefined> {
  const where: Predicate = {
    all: [
      { field: 'loyalty', is: '=', value: stage },
      { field: 'orders', is: '=', value: orders },
      { field: 'lastPurchase', is: 'in', value: { between: lastSeen } },
    ],
  }
  const [row] = (await shop.segments.members(where, { limit: 1 })).rows
  return row === undefined ? undefined : { row, found: await shop.value.loyalty(row.id) }
}
