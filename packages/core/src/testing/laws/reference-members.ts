import { compileCondition } from '../../domain/segments/compile-condition.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import type { CustomerView } from '../../domain/segments/customer-view.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import type { Member, Sort } from '../../ports/storage/storage.ts'

/** Who satisfies a condition, by the evaluator and the plainest sorting: missing values last, ties by id. */
export function referenceMembers(
  views: readonly CustomerView[],
  where: Condition,
  sort: Sort | undefined,
): readonly Member[] {
  const members = views
    .filter(compileCondition(where))
    .map((view): Member => ({ id: view.customer.id, value: sortValue(view, sort) }))
  const sign = sort?.direction === 'descending' ? -1 : 1
  return members.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || compareCodePoints(a.id, b.id)
    }
    return sign * compare(a.value, b.value) || compareCodePoints(a.id, b.id)
  })
}

function sortValue({ customer, facts }: CustomerView, sort: Sort | undefined): Member['value'] {
  if (sort === undefined) return customer.id
  const { table, column } = sort.column
  return table === 'facts' ? facts[column] : customer[column]
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareCodePoints(String(a), String(b))
}
