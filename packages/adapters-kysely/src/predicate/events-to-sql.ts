import type {
  EventListName,
  EventMeasure,
  EventsCondition,
  TableName,
} from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { listColumn } from './columns.ts'
import { type ConditionContext, isAmong, rowsOf, type Test } from './context.ts'
import { rangeToSql, type TestedColumn, testToSql } from './value-test.ts'

const listTables = {
  purchases: 'lines',
  payments: 'payments',
  interactions: 'interactions',
  labels: 'labelSpans',
} as const satisfies Readonly<Record<EventListName, TableName>>

const customer = sql.ref('customer_id')
const at = sql.ref('at')

/**
 * Customers are looked for among those who have matching rows. Where no rows at all would pass, the
 * search is for those whose rows fail, and everybody else belongs to it.
 */
export function eventsToSql(
  condition: EventsCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const { low, high, measure } = condition
  const noRowsPass = !isTime(measure) && (low ?? 0) <= 0 && (high ?? 0) >= 0
  const rows = rowsOf(context, listTables[condition.list], rowTests(condition, context))
  const grouped = having(condition, context, !noRowsPass)
  return isAmong(context, sql`select ${customer} ${rows}${grouped}`, wanted !== noRowsPass)
}

function rowTests(condition: EventsCondition, { flavor, among }: ConditionContext): Test[] {
  const { list, filters, after, upTo } = condition
  const tests: Test[] = list === 'purchases' ? [sql`${sql.ref('stands')} = 1`] : []
  for (const { column, test } of filters) {
    const tested = listColumn(listTables[list], column)
    tests.push(testToSql(flavor, among === undefined ? tested : unindexed(tested), test))
  }
  if (after !== null) tests.push(sql`${at} > ${flavor.value(after, 'integer')}`)
  if (upTo !== null) tests.push(sql`${at} <= ${flavor.value(upTo, 'integer')}`)
  return tests
}

/** A column that no index serves: the rows of few customers are found by them, not by a product. */
function unindexed(column: TestedColumn): TestedColumn {
  // Numbers would become texts, and no index begins with one of a filter.
  return column.type === 'text' ? { ...column, ref: sql`(${column.ref} || '')` } : column
}

/** The groups of rows that pass, or fail; nothing where every group there is does. */
function having(
  condition: EventsCondition,
  { flavor }: ConditionContext,
  wanted: boolean,
): RawBuilder<unknown> {
  const { measure, low, high } = condition
  const everyGroup = wanted
    ? isCount(measure) && (low ?? 1) <= 1 && high === null
    : isCount(measure) && high !== null && high <= 0
  if (everyGroup) return sql``
  const figure = figureOf(condition)
  return sql` group by ${customer} having ${rangeToSql(flavor, figure, { low, high }, wanted)}`
}

/** What a measure is over the rows of one customer. */
function figureOf({ list, measure }: EventsCondition): RawBuilder<unknown> {
  if (measure !== 'total') return figures[measure]
  return sql`sum(${sql.ref(list === 'payments' ? 'book_amount' : 'book_total')})`
}

const figures: Readonly<Record<Exclude<EventMeasure, 'total'>, RawBuilder<unknown>>> = {
  orders: sql`count(distinct ${sql.ref('transaction_id')})`,
  count: sql`count(*)`,
  lines: sql`count(*)`,
  quantity: sql`sum(${sql.ref('quantity')})`,
  distinctProducts: sql`count(distinct ${sql.ref('product_fold')})`,
  first: sql`min(${at})`,
  last: sql`max(${at})`,
}

/** Whether the measure is at least 1 over any row. */
function isCount(measure: EventMeasure): boolean {
  return (
    measure === 'orders' ||
    measure === 'count' ||
    measure === 'lines' ||
    measure === 'distinctProducts'
  )
}

function isTime(measure: EventMeasure): boolean {
  return measure === 'first' || measure === 'last'
}
