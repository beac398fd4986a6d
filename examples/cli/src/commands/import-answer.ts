import type { Imported } from '../import/import-file.ts'
import type { Answer } from '../output/answer.ts'
import { fieldsOf } from '../output/table.ts'

/** The fixed form for scripts, and a table for people. */
export function importAnswer({ leftOut, rejected, ...recorded }: Imported): Answer {
  const { orders, creditNotes, lines, customers, unchanged } = recorded
  return {
    json: { orders, creditNotes, lines, customers, rejected, unchanged },
    text: fieldsOf([
      ['Orders', count(orders)],
      ['Credit notes', count(creditNotes)],
      ['Lines', count(lines)],
      ['New customers', count(customers)],
      ['Unchanged', unchanged === 0 ? '' : `${count(unchanged)} (imported before)`],
      ['Rows left out', rejectedText(rejected)],
      ['Orders left out', leftOut === 0 ? '' : count(leftOut)],
    ]),
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
