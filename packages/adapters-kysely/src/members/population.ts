import type { ColumnRef, Condition } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { type Place, tableAt } from '../names.ts'
import { shopColumn } from '../statements/columns.ts'

/** The rows that are judged: as few tables as the question reads, one row for each customer. */
export interface Population {
  readonly from: RawBuilder<unknown>
  readonly shop: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
}

type Judged = ColumnRef['table']

export function populationOf(
  place: Place,
  where: Condition,
  sortTable: Judged | undefined,
): Population {
  const read = new Set<Judged>()
  if (sortTable !== undefined) read.add(sortTable)
  collectTables(where, read)
  const customers = aliased(place, 'customers')
  const facts = aliased(place, 'facts')
  // Facts are the narrower table and have a row for every customer.
  if (!read.has('customers')) return { from: facts, ...columns('facts', 'customer_id') }
  if (!read.has('facts')) return { from: customers, ...columns('customers', 'id') }
  const factsShop = sql.ref(`facts.${shopColumn}`)
  const customersShop = sql.ref(`customers.${shopColumn}`)
  const joined = sql`${facts} join ${customers} on ${customersShop} = ${factsShop} and ${sql.ref('customers.id')} = ${sql.ref('facts.customer_id')}`
  return { from: joined, ...columns('facts', 'customer_id') }
}

function aliased(place: Place, table: Judged): RawBuilder<unknown> {
  return sql`${tableAt(place, table)} as ${sql.table(table)}`
}

function columns(table: Judged, id: string): Omit<Population, 'from'> {
  return { shop: sql.ref(`${table}.${shopColumn}`), id: sql.ref(`${table}.${id}`) }
}

function collectTables(condition: Condition, read: Set<Judged>): void {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      for (const part of condition.of) collectTables(part, read)
      return
    case 'not':
      collectTables(condition.of, read)
      return
    case 'column':
      read.add(condition.column.table)
      return
    case 'average':
      read.add(condition.total.table)
      read.add(condition.count.table)
      return
    case 'sample':
      read.add('customers')
      return
    case 'identity':
    case 'reachable':
    case 'attribute':
    case 'window':
    case 'member':
    case 'events':
    case 'label':
    case 'consent':
    case 'score':
    case 'membership':
    case 'overdue':
      return
  }
}
