import type { Imported, RejectedRows } from '../import/import-file.ts'
import type { Answer } from '../output/answer.ts'
import { fieldsOf } from '../output/table.ts'

/** The fixed form for scripts, and a table for people. */
export function importAnswer({
  leftOut,
  rejected,
  notes,
  cancelled,
  ...recorded
}: Imported): Answer {
  const { orders, creditNotes, lines, customers, unchanged, payments } = recorded
  const counted = {
    noCustomer: rejected.noCustomer.count,
    zeroQuantity: rejected.zeroQuantity.count,
    noPrice: rejected.noPrice.count,
  }
  return {
    json: {
      ...{ orders, creditNotes, lines, customers, rejected: counted, unchanged },
      ...(cancelled === undefined ? {} : { cancelled }),
    },
    text: [
      fieldsOf([
        ['Orders', count(orders)],
        ['Credit notes', count(creditNotes)],
        ['Lines', count(lines)],
        ['New customers', count(customers)],
        ['Unchanged', unchanged === 0 ? '' : `${count(unchanged)} (imported before)`],
        ['Payments', payments === 0 ? '' : `${count(payments)} (of orders imported before)`],
        ['Cancelled', cancelled ? `${orderCount(cancelled)} left out` : ''],
        ['Rows left out', rejectedText(rejected)],
        ['Orders left out', leftOut === 0 ? '' : count(leftOut)],
      ]),
      ...notes,
    ].join('\n'),
  }
}

function rejectedText({ noCustomer, zeroQuantity, noPrice }: Imported['rejected']): string {
  const reasons: readonly (readonly [RejectedRows, string])[] = [
    [noCustomer, 'without a customer'],
    [zeroQuantity, 'with quantity 0'],
    [noPrice, 'without a price'],
  ]
  return reasons
    .filter(([{ count: n }]) => n > 0)
    .map(([rejected, reason]) => `${count(rejected.count)} ${reason} (${rowsText(rejected)})`)
    .join(', ')
}

function rowsText({ count: n, rows }: RejectedRows): string {
  const more = n > rows.length ? ` and ${count(n - rows.length)} more` : ''
  return `${n === 1 ? 'row' : 'rows'} ${rows.join(', ')}${more}`
}

function orderCount(n: number): string {
  return n === 1 ? '1 order' : `${count(n)} orders`
}

function count(n: number): string {
  return n.toLocaleString('en-US')
}
