import type { Imported } from '../import/import-file.ts'
import type { Answer } from '../output/answer.ts'
import { fieldsOf } from '../output/table.ts'

const mostShown = 20

/** The fixed form for scripts; orders that could not be recorded are added only where there are some. */
export function importAnswer({ leftOut, rejected, ...recorded }: Imported): Answer {
  const { orders, creditNotes, lines, customers, unchanged } = recorded
  const errors = leftOut.map(({ order, row, problem }) => ({ order, row, problem }))
  return {
    json: {
      orders,
      creditNotes,
      lines,
      customers,
      rejected,
      unchanged,
      ...(errors.length === 0 ? {} : { errors }),
    },
    text: fieldsOf([
      ['Orders', count(orders)],
      ['Credit notes', count(creditNotes)],
      ['Lines', count(lines)],
      ['New customers', count(customers)],
      ['Unchanged', unchanged === 0 ? '' : `${count(unchanged)} (imported before)`],
      ['Rows left out', rejectedText(rejected)],
    ]),
    warnings: [
      ...errors
        .slice(0, mostShown)
        .map(({ order, row, problem }) => `Order ${order} (row ${row}) was left out: ${problem}.`),
      ...(errors.length > mostShown
        ? [`${errors.length - mostShown} more orders were left out; --json names all.`]
        : []),
    ],
  }
}

function rejectedText({ noCustomer, zeroQuantity, noPrice }: Imported['rejected']): string {
  const reasons: readonly (readonly [number, string])[] = [
    [noCustomer, 'without a customer'],
    [zeroQuantity, 'with quantity 0'],
    [noPrice, 'without a price'],
  ]
  return reasons
    .filter(([rows]) => rows > 0)
    .map(([rows, reason]) => `${count(rows)} ${reason}`)
    .join(', ')
}

function count(n: number): string {
  return n.toLocaleString('en-US')
}
