import type { LabelColumn } from '@langganan/core'
import { tableOf } from '../../output/table.ts'
import type { DemoShop } from '../demo-shop.ts'
import { heading, indented, paragraph } from '../page.ts'
import { count, timeText } from '../words.ts'

export async function labels({ shop }: DemoShop): Promise<string> {
  const board = await shop.labels.board({ limit: 1 })
  const table = tableOf<LabelColumn>(
    [
      { head: 'LABEL', cell: ({ name }) => name },
      { head: 'CUSTOMERS', cell: ({ contacts }) => count(contacts), align: 'right' },
      { head: 'LAST PUT ON', cell: ({ latest: [last] }) => timeText(last?.since ?? null) },
      { head: 'BY', cell: ({ latest: [last] }) => last?.by ?? '' },
      { head: 'CUSTOMER', cell: ({ latest: [last] }) => last?.name ?? '' },
    ],
    board,
  )
  return [
    heading('Labels', 'label'),
    paragraph(
      'What staff mark chats with in WhatsApp: who has which now. Taken off, it stays in the log.',
    ),
    '',
    indented(table),
  ].join('\n')
}
