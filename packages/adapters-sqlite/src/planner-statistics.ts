import { indexName, tableName } from '@langganan/adapters-kysely'
import { type TableName, tableNames, tables } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'

/** Rows that the planner is told every table has, all in one shop. */
const shopRows = 1_000_000

/** Columns with a handful of values each. */
const few = new Set([
  'kind',
  'scope',
  'field',
  'subjectKind',
  'account',
  'position',
  'purpose',
  'channel',
  'decision',
  'rfmGroup',
])

/** Columns whose values many customers share. */
const shared = new Set([
  'groupId',
  'tagId',
  'setId',
  'categoryId',
  'labelId',
  'segmentId',
  'productFold',
])
const rowsOfShared = 5_000

/** Rows of an index that leaves out those without a value: what is open or went wrong is little. */
const rowsPresent = 20_000

/** A low size of a row: reading a table through must not seem dearer than an index and then the table. */
const cheapToRead = 'sz=20'

/** Rows of one customer, order, instant or name. */
const rowsOfOne = 10

/**
 * Statements that tell SQLite's planner what a grown shop looks like. Without them it takes ten rows
 * for every shop and reads all of a shop's rows where an index would find the few; measuring a new,
 * empty database would teach it nothing better. Figures that are there already stay.
 */
export function plannerStatistics(prefix: string): readonly RawBuilder<unknown>[] {
  const tell = tableNames.flatMap((table) => {
    const name = tableName(prefix, table)
    return indexesOf(prefix, table).map(
      ({ index, stat }) => sql`
        insert into sqlite_stat1 (tbl, idx, stat) select ${name}, ${index}, ${stat}
        where not exists (select 1 from sqlite_stat1 where tbl = ${name} and idx = ${index})`,
    )
  })
  // Analysing the smallest table is what makes the table of statistics.
  return [
    sql`analyze ${sql.table(tableName(prefix, 'shops'))}`,
    ...tell,
    sql`analyze sqlite_schema`,
  ]
}

interface IndexOf {
  readonly index: string
  readonly stat: string
}

/** The key, which SQLite knows by the name of its table, and the indexes. */
function indexesOf(prefix: string, table: TableName): readonly IndexOf[] {
  const key = {
    index: tableName(prefix, table),
    stat: `${figures(tables[table].key, { isUnique: true, rows: shopRows })} ${cheapToRead}`,
  }
  const others = Object.entries(tables[table].indexes).map(
    ([name, { columns, unique: isUnique = false, present }]) => ({
      index: indexName(prefix, table, name),
      stat: figures(columns, { isUnique, rows: present === undefined ? shopRows : rowsPresent }),
    }),
  )
  return [key, ...others]
}

/** All rows, then the rows that share the shop, then those that share each further column too. */
function figures(
  columns: readonly string[],
  { isUnique, rows: all }: { readonly isUnique: boolean; readonly rows: number },
): string {
  const rows = [all, isUnique && columns.length === 0 ? 1 : all]
  let before = all
  for (const [i, column] of columns.entries()) {
    const isLast = i === columns.length - 1
    before = isUnique && isLast ? 1 : rowsSharing(column, before)
    rows.push(before)
  }
  return rows.join(' ')
}

function rowsSharing(column: string, before: number): number {
  if (few.has(column)) return Math.ceil(before / 4)
  return Math.min(before, shared.has(column) ? rowsOfShared : rowsOfOne)
}
