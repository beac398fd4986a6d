import type { CustomerView } from '../customer-view.ts'
import type { NumberColumn } from './column.ts'

export function numberColumn(
  views: readonly CustomerView[],
  read: (view: CustomerView) => number | null,
): NumberColumn {
  const values = new Float64Array(views.length)
  for (const [row, view] of views.entries()) values[row] = read(view) ?? Number.NaN
  return { holds: 'numbers', values }
}
