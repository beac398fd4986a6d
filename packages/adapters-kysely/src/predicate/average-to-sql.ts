import type { AverageCondition, Comparison } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { judgedColumn } from './columns.ts'
import { and, type ConditionContext, or, type Test } from './context.ts'

/**
 * Compares total ÷ count by the quotient rounded down or up, because multiplying the bound by the
 * count could overflow. Over a count of 0 there is no average, so nothing but the complement holds.
 */
export function averageToSql(
  condition: AverageCondition,
  { flavor }: ConditionContext,
  wanted: boolean,
): Test {
  const total = judgedColumn(condition.total).ref
  const count = judgedColumn(condition.count).ref
  // Integer division cuts towards zero. A database may divide before it looks at the count.
  const divisor = sql`nullif(${count}, 0)`
  const quotient = sql`${total} / ${divisor}`
  const rest = sql`${total} % ${divisor}`
  const floor = sql`(${quotient} - case when ${rest} < 0 then 1 else 0 end)`
  const ceiling = sql`(${quotient} + case when ${rest} > 0 then 1 else 0 end)`
  const bound = flavor.value(condition.value, 'integer')
  const compared = comparisons[wanted ? condition.is : opposites[condition.is]]
  return wanted
    ? and([sql`${count} > 0`, compared(floor, ceiling, bound)])
    : or([sql`${count} <= 0`, compared(floor, ceiling, bound)])
}

type Rounded = RawBuilder<unknown>
type Compare = (floor: Rounded, ceiling: Rounded, bound: RawBuilder<unknown>) => Test

const comparisons: Readonly<Record<Comparison | '<>', Compare>> = {
  '=': (floor, ceiling, bound) => and([sql`${floor} = ${bound}`, sql`${ceiling} = ${bound}`]),
  '<>': (floor, ceiling, bound) => or([sql`${floor} <> ${bound}`, sql`${ceiling} <> ${bound}`]),
  '<': (floor, _, bound) => sql`${floor} < ${bound}`,
  '<=': (_, ceiling, bound) => sql`${ceiling} <= ${bound}`,
  '>': (_, ceiling, bound) => sql`${ceiling} > ${bound}`,
  '>=': (floor, _, bound) => sql`${floor} >= ${bound}`,
}

const opposites: Readonly<Record<Comparison, Comparison | '<>'>> = {
  '=': '<>',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}
