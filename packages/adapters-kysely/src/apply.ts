import {
  type RowChanges,
  type Rows,
  type TableName,
  tableNames,
  tables,
} from '@langganan/core/storage'
import type { Session } from './session.ts'
import { chunksOf, chunksOfOwnKeys } from './statements/chunks.ts'
import { columnsOf, fieldsOf, keyColumns } from './statements/columns.ts'
import { boundList } from './statements/fragments.ts'
import type { Statements } from './statements/statements.ts'
import {
  insertSome,
  removeMany,
  removeOne,
  type Write,
  writeMany,
  writeOne,
} from './statements/write.ts'

/** Rows of one statement where each is bound: enough to share its cost, few enough to be often reached. */
const rowsTogether = 8

/** Where and for whom rows are written. */
export interface Target {
  readonly session: Session
  readonly statements: Statements
  readonly shopId: string
}

/**
 * Writes the changes of one shop: removals first, then replacements, then new rows. Those of numbered
 * tables are not its business.
 */
export async function applyChanges(target: Target, changes: RowChanges): Promise<void> {
  for (const table of tableNames) await remove(target, table, changes.remove[table] ?? [])
  for (const table of tableNames) await writeRows(target, table, 'put', changes.put[table] ?? [])
  for (const table of tableNames) {
    if (tables[table].sequence !== undefined) continue
    await writeRows(target, table, 'insert', changes.insert[table] ?? [])
  }
}

/** Writes rows of one table, which are many or few. */
export async function writeRows<T extends TableName>(
  target: Target,
  table: T,
  how: Write,
  rows: readonly Rows[T][],
): Promise<void> {
  if (rows.length === 0) return
  const { session, statements, shopId } = target
  const doing = `writing ${table}`
  const fields = fieldsOf(table)
  if (session.canRunEach) {
    const together = how === 'insert' ? rows.length - (rows.length % rowsTogether) : 0
    if (together > 0) {
      const some = bound(shopId, rows, fields, { from: 0, to: together, atOnce: rowsTogether })
      session.runEach(insertSome(statements, table, rowsTogether), some, doing)
    }
    const rest = bound(shopId, rows, fields, { from: together, to: rows.length, atOnce: 1 })
    return session.runEach(writeOne(statements, table, how), rest, doing)
  }
  const types = columnsOf(table).map(({ type }) => type)
  for (const chunk of how === 'insert' ? chunksOf(rows) : chunksOfOwnKeys(table, rows)) {
    const listed = chunk.map((row) => fields.map((field) => row[field]))
    const bound = [...statements.flavor.lists.rows(listed, types), shopId]
    await session.rows(writeMany(statements, table, how), bound, doing)
  }
}

async function remove(
  target: Target,
  table: TableName,
  keys: readonly (readonly unknown[])[],
): Promise<void> {
  if (keys.length === 0) return
  const { session, statements, shopId } = target
  const doing = `removing from ${table}`
  if (session.canRunEach) {
    const keysOfShop = keys.map((key) => [shopId, ...key])
    return session.runEach(removeOne(statements, table), keysOfShop, doing)
  }
  const columns = keyColumns(table)
  if (columns.length === 0) {
    return void (await session.rows(removeOne(statements, table), [shopId], doing))
  }
  const listed = boundList(statements.flavor, columns, keys)
  await session.rows(removeMany(statements, table), [shopId, ...listed], doing)
}

interface Part {
  readonly from: number
  readonly to: number
  /** Rows that are bound together; the part holds a multiple of it. */
  readonly atOnce: number
}

/** The values of some rows after the others, in one array that the next ones overwrite: rows are many. */
function* bound<R extends object>(
  shopId: string,
  rows: readonly R[],
  fields: readonly (keyof R)[],
  { from, to, atOnce }: Part,
): Iterable<readonly unknown[]> {
  const values: unknown[] = []
  let place = 0
  for (let i = from; i < to; i += 1) {
    const row = rows[i]
    values[place++] = shopId
    if (row !== undefined) for (const field of fields) values[place++] = row[field]
    if ((i - from + 1) % atOnce !== 0) continue
    yield values
    place = 0
  }
}
