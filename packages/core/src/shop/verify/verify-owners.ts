import type { TableName } from '../../domain/change/rows.ts'
import { cellAt, keyOf } from '../../ports/storage/key-of.ts'
import { tableNames, tables } from '../../ports/storage/tables.ts'
import { scanPages } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { Findings } from './findings.ts'

/** Tables whose rows are named by others. */
type Owner =
  | 'customers'
  | 'orderDrafts'
  | 'transactions'
  | 'payments'
  | 'entries'
  | 'groups'
  | 'tags'
  | 'segments'
  | 'labels'

interface Belonging {
  readonly table: TableName
  readonly column: string
  readonly to: Owner
}

/** History stays when a customer goes. */
const outlasting: readonly TableName[] = ['segmentChanges', 'events']

const belongings: readonly Belonging[] = [
  ...tableNames
    .filter((table) => 'customerId' in tables[table].columns && !outlasting.includes(table))
    .map((table): Belonging => ({ table, column: 'customerId', to: 'customers' })),
  { table: 'identityConflicts', column: 'otherId', to: 'customers' },
  { table: 'draftLines', column: 'draftId', to: 'orderDrafts' },
  { table: 'orderDrafts', column: 'transactionId', to: 'transactions' },
  { table: 'lines', column: 'transactionId', to: 'transactions' },
  { table: 'charges', column: 'transactionId', to: 'transactions' },
  { table: 'allocations', column: 'transactionId', to: 'transactions' },
  { table: 'allocations', column: 'paymentId', to: 'payments' },
  { table: 'entries', column: 'transactionId', to: 'transactions' },
  { table: 'postings', column: 'entryId', to: 'entries' },
  { table: 'groupMembers', column: 'groupId', to: 'groups' },
  { table: 'tagMembers', column: 'tagId', to: 'tags' },
  { table: 'segmentMembers', column: 'segmentId', to: 'segments' },
  { table: 'labelEvents', column: 'labelId', to: 'labels' },
]

/** Whatever belongs to somebody or something belongs to one that is there. What is nobody's yet says so by null. */
export async function verifyOwners(unit: UnitOfWork, found: Findings): Promise<void> {
  for (const belonging of belongings) await verifyBelonging(unit, belonging, found)
}

async function verifyBelonging(
  { tx }: UnitOfWork,
  { table, column, to }: Belonging,
  found: Findings,
): Promise<void> {
  for await (const rows of scanPages(tx, table, (row) => keyOf(table, row))) {
    const owned = rows.filter((row) => cellAt(row, column) !== null)
    const ids = new Set(owned.map((row) => String(cellAt(row, column))))
    const owners = await tx.get(
      to,
      [...ids].map((id) => [id] as const),
    )
    const known = new Set(owners.map(({ id }) => id))
    for (const row of owned) {
      if (!known.has(String(cellAt(row, column)))) found.add(table, 'ownerless', keyOf(table, row))
    }
  }
}
