import type { Command } from 'commander'

/** A command, which is loaded only when it is used. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly group: string
  readonly load: () => Promise<(command: Command) => void>
}

export const commandList: readonly CommandEntry[] = [
  ...inGroup('Set-up:', [
    ['init', 'set up a shop', async () => (await import('./commands/init.ts')).defineInit],
    [
      'import',
      'import orders from a CSV file',
      async () => (await import('./commands/import-orders.ts')).defineImport,
    ],
  ]),
  ...inGroup('Day by day:', [
    [
      'customers',
      'who they are',
      async () => (await import('./commands/customers.ts')).defineCustomers,
    ],
    [
      'orders',
      'what they bought, order by order',
      async () => (await import('./commands/orders.ts')).defineOrders,
    ],
    ['sale', 'record a sale', async () => (await import('./commands/sale.ts')).defineSale],
    [
      'pay',
      'record a payment of a sale',
      async () => (await import('./commands/settle.ts')).definePay,
    ],
    [
      'credit',
      'record goods that came back',
      async () => (await import('./commands/credit.ts')).defineCredit,
    ],
    [
      'refund',
      'record money given back',
      async () => (await import('./commands/settle.ts')).defineRefund,
    ],
    [
      'chat',
      'record a WhatsApp message',
      async () => (await import('./commands/chat.ts')).defineChat,
    ],
    [
      'drafts',
      'orders from chats that wait for a person',
      async () => (await import('./commands/drafts.ts')).defineDrafts,
    ],
  ]),
  ...inGroup('Sets of customers:', [
    [
      'groups',
      'put together by hand',
      async () => (await import('./commands/groups.ts')).defineGroups,
    ],
    [
      'categories',
      'kinds of customer',
      async () => (await import('./commands/categories.ts')).defineCategories,
    ],
    [
      'tags',
      'given by hand or by a rule',
      async () => (await import('./commands/tags.ts')).defineTags,
    ],
    [
      'labels',
      "WhatsApp's, and the shop's own",
      async () => (await import('./commands/labels.ts')).defineLabels,
    ],
    [
      'segment',
      'found by a predicate',
      async () => (await import('./commands/segment.ts')).defineSegment,
    ],
    [
      'view',
      'saved lists of customers',
      async () => (await import('./commands/view.ts')).defineView,
    ],
    [
      'tick',
      'record what time alone changed',
      async () => (await import('./commands/tick.ts')).defineTick,
    ],
  ]),
  ...inGroup('What they are worth:', [
    [
      'monitor',
      'the customers at a glance',
      async () => (await import('./commands/monitor.ts')).defineMonitor,
    ],
    [
      'regulars',
      'who pays and comes back',
      async () => (await import('./commands/regulars.ts')).defineRegulars,
    ],
    [
      'loyalty',
      'where a customer stands, and why',
      async () => (await import('./commands/loyalty.ts')).defineLoyalty,
    ],
    [
      'balances',
      'the books: debits and credits',
      async () => (await import('./commands/balances.ts')).defineBalances,
    ],
  ]),
  ...inGroup('Upkeep:', [
    [
      'conflicts',
      'customers who may be one person',
      async () => (await import('./commands/conflicts.ts')).defineConflicts,
    ],
    [
      'deadletters',
      'what could not be taken in',
      async () => (await import('./commands/dead-letters.ts')).defineDeadLetters,
    ],
    [
      'backup',
      'the whole shop in one file',
      async () => (await import('./commands/backup.ts')).defineBackup,
    ],
    [
      'restore',
      'a shop from such a file',
      async () => (await import('./commands/restore.ts')).defineRestore,
    ],
    [
      'doctor',
      'whether all of it is in order',
      async () => (await import('./commands/doctor.ts')).defineDoctor,
    ],
  ]),
]

type Row = readonly [name: string, summary: string, load: CommandEntry['load']]

function inGroup(group: string, rows: readonly Row[]): CommandEntry[] {
  return rows.map(([name, summary, load]) => ({ name, summary, group, load }))
}
