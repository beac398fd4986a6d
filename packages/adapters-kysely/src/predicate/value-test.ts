import type { Comparison, ValueTest } from '@langganan/core/storage'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CellType, SqlFlavor } from '../flavor.ts'
import { and, or, type Test } from './context.ts'
import { prefixEnd } from './prefix-end.ts'

/** A column under a test. */
export interface TestedColumn {
  readonly ref: RawBuilder<unknown>
  readonly type: CellType
  readonly nullable: boolean
}

/**
 * SQL that is true exactly where the test's answer is the wanted one. A missing value passes no test
 * but `missing`; so it belongs to the complement, which has to say so.
 */
export function testToSql(
  flavor: SqlFlavor,
  column: TestedColumn,
  test: ValueTest,
  wanted = true,
): Test {
  const { ref, nullable } = column
  if (test.is === 'missing') return wanted ? sql`${ref} is null` : sql`${ref} is not null`
  if (wanted) return holds(flavor, column, test)
  const fails = failsOn(flavor, column, test)
  return nullable ? or([sql`${ref} is null`, fails]) : fails
}

type PresentTest = Exclude<ValueTest, { readonly is: 'missing' }>

function holds(flavor: SqlFlavor, column: TestedColumn, test: PresentTest): Test {
  const { ref, type } = column
  const bound = (value: string | number): RawBuilder<unknown> => flavor.value(value, type)
  switch (test.is) {
    case 'in':
      return listed(flavor, column, test.values)
    case 'between':
      return and([sql`${ref} >= ${bound(test.low)}`, sql`${ref} <= ${bound(test.high)}`])
    case 'contains':
      return flavor.contains(ref, test.value)
    case 'startsWith': {
      const end = prefixEnd(test.value)
      const begins = sql<SqlBool>`${ref} >= ${bound(test.value)}`
      return end === undefined ? begins : and([begins, sql`${ref} < ${bound(end)}`])
    }
    case 'endsWith':
      return flavor.endsWith(ref, test.value)
    default:
      return sql`${ref} ${operators[test.is]} ${bound(test.value)}`
  }
}

/** The opposite for values that are there. */
function failsOn(flavor: SqlFlavor, column: TestedColumn, test: PresentTest): Test {
  const { ref, type } = column
  const bound = (value: string | number): RawBuilder<unknown> => flavor.value(value, type)
  switch (test.is) {
    case 'between':
      return or([sql`${ref} < ${bound(test.low)}`, sql`${ref} > ${bound(test.high)}`])
    case 'in':
    case 'contains':
    case 'endsWith':
      return sql`not (${holds(flavor, column, test)})`
    case 'startsWith': {
      const end = prefixEnd(test.value)
      const before = sql<SqlBool>`${ref} < ${bound(test.value)}`
      return end === undefined ? before : or([before, sql`${ref} >= ${bound(end)}`])
    }
    default:
      return sql`${ref} ${opposites[test.is]} ${bound(test.value)}`
  }
}

/** However long, a list is one parameter. */
function listed(
  flavor: SqlFlavor,
  { ref, type }: TestedColumn,
  values: readonly (string | number)[],
): Test {
  return flavor.lists.holds(ref, sql`${sql.val(flavor.lists.values(values, type))}`, type)
}

const operators: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  '=': sql`=`,
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
}

const opposites: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  '=': sql`<>`,
  '<': sql`>=`,
  '<=': sql`>`,
  '>': sql`<=`,
  '>=': sql`<`,
}

/** SQL that is true where the integer lies in low ≤ x ≤ high, or, if not wanted, where it does not. */
export function rangeToSql(
  flavor: SqlFlavor,
  integer: RawBuilder<unknown>,
  { low, high }: { readonly low: number | null; readonly high: number | null },
  wanted: boolean,
): Test {
  const bounds: Test[] = []
  if (low !== null) {
    bounds.push(sql`${integer} ${wanted ? sql`>=` : sql`<`} ${flavor.value(low, 'integer')}`)
  }
  if (high !== null) {
    bounds.push(sql`${integer} ${wanted ? sql`<=` : sql`>`} ${flavor.value(high, 'integer')}`)
  }
  return wanted ? and(bounds) : or(bounds)
}
