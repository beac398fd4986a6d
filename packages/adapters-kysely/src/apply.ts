import {
  type RowChanges,
  type Rows,
  type TableName,
  tableNames,
  tables,
} from '@langganan/core/storage'
import type { Session } from './session.ts'
import { fieldsOf } from './statements/columns.ts'
import type { Statements } from './statements/statements.ts'
import {
  lastNumber,
  removeMany,
  removeOne,
  type Write,
  writeMany,
  writeOne,
} from './statements/write.ts'

/** Rows of one statement where the connection takes them as JSON; keeps each text in the low megabytes. */
const chunkSize = 1_000

/** Where and for whom rows are written. */
export interface Target {
  readonly session: Session
  readonly statements: Statements
  readonly shopId: string
}

/** Writes the changes of one shop: removals first, then replacements, then new rows. */
export async function applyChanges(target: Target, changes: RowChanges): Promise<void> {
  for (const table of tableNames) await remove(target, table, changes.remove[table] ?? [])
  for (const table of tableNames) await write(target, table, 'put', changes.put[table] ?? [])
  for (const table of tableNames) await insert(target, table, changes.insert[table] ?? [])
}

async function insert<T extends TableName>(
  target: Target,
  table: T,
  rows: readonly Rows[T][],
): Promise<void> {
  const sequence = tables[table].sequence
  if (rows.length === 0 || sequence === undefined) return write(target, table, 'insert', rows)
  const last = await numbersGiven(target, table, sequence)
  const numbered = rows.map((row, i) => ({ ...row, [sequence]: last + 1 + i }))
  await write(target, table, 'insert', numbered)
}

async function numbersGiven(target: Target, table: TableName, sequence: string): Promise<number> {
  const { session, statements, shopId } = target
  const statement = lastNumber(statements, table, sequence)
  const [found] = await session.rows<{ readonly last: number | null }>(
    statement,
    [shopId],
    `numbering ${table}`,
  )
  return found?.last ?? 0
}

async function write<T extends TableName>(
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
    return session.runEach(writeOne(statements, table, how), bound(shopId, rows, fields), doing)
  }
  for (let from = 0; from < rows.length; from += chunkSize) {
    const listed = rows
      .slice(from, from + chunkSize)
      .map((row) => fields.map((field) => row[field]))
    await session.rows(writeMany(statements, table, how), [JSON.stringify(listed), shopId], doing)
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
  const width = tables[table].key.length
  if (width === 0) return void (await session.rows(removeOne(statements, table), [shopId], doing))
  const listed = width === 1 ? keys.flat() : keys
  await session.rows(removeMany(statements, table), [shopId, JSON.stringify(listed)], doing)
}

/** The values of one row after the other, in one array that the next row overwrites: rows are many. */
function* bound<R extends object>(
  shopId: string,
  rows: readonly R[],
  fields: readonly (keyof R)[],
): Iterable<readonly unknown[]> {
  const values: unknown[] = [shopId]
  for (const row of rows) {
    let place = 1
    for (const field of fields) values[place++] = row[field]
    yield values
  }
}
