import { judgedColumn } from '../../../packages/adapters-kysely/src/predicate/columns.ts'
import { conditionToSql } from '../../../packages/adapters-kysely/src/predicate/condition-to-sql.ts'
import { SqliteDialect } from '../../../packages/adapters-sqlite/src/dialect/sqlite-dialect.ts'
import { sqliteFlavor } from '../../../packages/adapters-sqlite/src/sqlite-flavor.ts'
import type { Condition } from '../../../packages/core/src/domain/segments/index.ts'
import { shopId } from './catalogue.ts'

const compiler = new SqliteDialect({
  isOurs: false,
  open: () => Promise.reject(new Error('Nothing is run by it.')),
}).createQueryCompiler()

/** What SQLite is asked about a row of `customers` and `facts`, with the values in their places. */
export function sqlOf(condition: Condition): string {
  const customerId = judgedColumn({ table: 'customers', column: 'id' }).ref
  const test = conditionToSql(condition, { flavor: sqliteFlavor, prefix: '', shopId, customerId })
  const { sql, parameters } = compiler.compileQuery(test.toOperationNode(), { queryId: 'page' })
  const values = parameters.values()
  return sql.replace(/\?/g, () => literal(values.next().value))
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
