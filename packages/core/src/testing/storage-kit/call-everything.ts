import type { TableName } from '../../domain/change/rows.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import type { Reports } from '../../ports/storage/reports.ts'
import type { Storage, StorageTransaction } from '../../ports/storage/storage.ts'
import type { ColumnType } from '../../ports/storage/table.ts'
import { tableNames, tables } from '../../ports/storage/tables.ts'
import { groupRow } from './rows/example-rows.ts'

/**
 * Calls a storage for a shop in every shape there is: each table by one key and by many, each index by
 * one prefix and by many, with missing values and without, each report, each way to write. Nothing of
 * what it answers is looked at: it is for tests that look at the statements that it issues.
 */
export async function callEverything(storage: Storage, shopId: string): Promise<void> {
  await storage.transaction(shopId, 'write', async (tx) => {
    for (const table of tableNames) await readEverything(tx, table)
    const groups = [groupRow('a'), groupRow('b')]
    await tx.lock(['a'])
    await tx.apply({ insert: { groups }, put: { groups: [] }, remove: {} })
    await tx.apply({ insert: {}, put: { groups }, remove: {} })
    await tx.apply({ insert: {}, put: {}, remove: { groups: [['a'], ['b']] } })
    for (const [kind, question] of Object.entries(questions)) {
      await Reflect.apply(tx.report, tx, [kind, question])
    }
    for (const where of conditions) {
      await tx.count(where)
      await tx.members({ where, limit: 5 })
      await tx.members({ where, among: ['a'], after: { id: 'a', value: 'a' }, limit: 5 })
    }
  })
}

async function readEverything(tx: StorageTransaction, table: TableName): Promise<void> {
  const types: Readonly<Record<string, ColumnType>> = tables[table].columns
  const cell = (column: string) => (types[column]?.startsWith('text') === true ? 'x' : 1)
  const key = tables[table].key.map(cell)
  for (const keys of [[key], [key, key]]) await Reflect.apply(tx.get, tx, [table, keys])
  const indexes: Readonly<Record<string, { readonly columns: readonly string[] }>> =
    tables[table].indexes
  for (const index of ['key', ...Object.keys(indexes)]) {
    const columns = index === 'key' ? tables[table].key : (indexes[index]?.columns ?? [])
    const prefix = columns.slice(0, 1).map(cell)
    const missing = prefix.map(() => null)
    for (const prefixes of [[prefix], [prefix, prefix, [], missing]]) {
      await tx.find(table, index, prefixes)
    }
  }
  await tx.scan(table, null, 5)
  await Reflect.apply(tx.scan, tx, [table, key, 5])
}

const conditions: readonly Condition[] = [
  { op: 'member', of: 'group', id: 'a' },
  { op: 'member', of: 'tag', id: 'a' },
]

const where: Condition = { op: 'member', of: 'group', id: 'a' }

const questions: { readonly [K in keyof Reports]: Reports[K]['question'] } = {
  memberCounts: { of: 'group' },
  dueTurns: { until: 1, limit: 5 },
  unresolvedSends: { claimedBefore: 1, behind: { claimedAt: 1, id: 'a' }, limit: 5 },
  deadLetters: { state: 'open', behind: { at: 1, id: 'a' }, limit: 5 },
  openDrafts: { behind: { at: 1, id: 'a' }, limit: 5 },
  segmentGrowth: { segmentId: 'a', stretches: [{ from: 1, to: 2 }] },
  orderTimes: { customerIds: ['a'] },
  medianGap: {},
  trialBalance: {},
  customerAccounts: { customerIds: ['a'] },
  productsBought: { customerIds: ['a'] },
  labelContacts: { where, at: 1 },
  labelMovement: { where, from: 1, to: 2 },
  labelAgents: { where, from: 1, to: 2 },
  labelOrigins: { where, from: 1, to: 2 },
  labelBoard: { where, at: 1, limit: 5 },
}
