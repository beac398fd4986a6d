import { type CompiledQuery, sql } from 'kysely'
import { migrationsTable, namedAt, tableAt } from '../names.ts'
import type { ShopInSql, SideBySide } from '../side-by-side.ts'
import { keyColumns, shopColumn } from './columns.ts'
import { ofList, ofShop, refs } from './fragments.ts'
import type { Statements } from './statements.ts'

/** What of a shop a writer holds. */
export type Hold = 'holdWithOthers' | 'holdAlone' | 'holdNumbers'

/** Holds something of a shop until the transaction ends. Binds the shop. */
export function holdShop(statements: Statements, by: SideBySide, hold: Hold): CompiledQuery {
  return statements.of(`hold ${hold}`, () => by[hold](shopInSql(statements)))
}

/** Holds the rows of customers until the transaction ends. Binds the shop and a list of ids. */
export function holdCustomers(statements: Statements, { forRows }: SideBySide): CompiledQuery {
  return statements.of('hold customers', () => {
    const key = keyColumns('customers')
    const listed = ofList(statements.flavor, key)
    return sql`select 1 from ${tableAt(statements, 'customers')} where ${listed} order by ${refs(key)} ${forRows}`
  })
}

/**
 * Writes nothing and makes a writer of the transaction, where one writer at a time is let in: it fails
 * if there is another, or was one since the transaction first read.
 */
export function becomeWriter(statements: Statements): CompiledQuery {
  return statements.of('become writer', () => {
    return sql`delete from ${namedAt(statements, migrationsTable(statements))} where 1 = 0`
  })
}

function shopInSql(statements: Statements): ShopInSql {
  return {
    table: tableAt(statements, 'shops'),
    id: sql`${sql.ref(shopColumn)}`,
    isShop: ofShop(statements.flavor),
  }
}
