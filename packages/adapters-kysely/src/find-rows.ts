import type { Cell, Rows, TableName } from '@langganan/core/storage'
import type { Target } from './apply.ts'
import { indexColumns } from './statements/columns.ts'
import { boundList } from './statements/fragments.ts'
import { findMany, findOne } from './statements/read.ts'

type Prefix = readonly Cell[]

/** Rows by the first columns of an index, in its order for each prefix. */
export async function findRows<T extends TableName>(
  { session, statements, shopId }: Target,
  table: T,
  index: string,
  prefixes: readonly Prefix[],
): Promise<readonly Rows[T][]> {
  const doing = `finding ${table}`
  const found: (readonly Rows[T][])[] = []
  for (const group of listable(prefixes)) {
    const [first] = group
    if (first === undefined) continue
    if (group.length === 1) {
      const nulls = first.map((cell) => cell === null)
      const statement = findOne(statements, table, index, nulls)
      const bound = [shopId, ...first.filter((cell) => cell !== null)]
      found.push(await session.rows<Rows[T]>(statement, bound, doing))
    } else {
      const statement = findMany(statements, table, index, first.length)
      const columns = indexColumns(table, index).slice(0, first.length)
      const list = boundList(statements.flavor, columns, group)
      found.push(await session.rows<Rows[T]>(statement, [shopId, ...list], doing))
    }
  }
  return found.flat()
}

/** Prefixes in groups that one list can hold: of one length and without nulls; others stand alone. */
function listable(prefixes: readonly Prefix[]): readonly (readonly Prefix[])[] {
  if (prefixes.length < 2) return [prefixes]
  const alone: Prefix[][] = []
  const byLength = new Map<number, Prefix[]>()
  for (const prefix of prefixes) {
    if (prefix.length === 0 || prefix.includes(null)) alone.push([prefix])
    else if (byLength.get(prefix.length)?.push(prefix) === undefined)
      byLength.set(prefix.length, [prefix])
  }
  return [...alone, ...byLength.values()]
}
