import type { OverdueCondition } from '../condition.ts'
import { type CustomerView, loaded, type OpenSale } from '../customer-view.ts'
import type { Judge } from './judge.ts'

/** Judges what is overdue of a customer's sales. */
export function judgeOverdue({ at, low, high }: OverdueCondition): Judge {
  const least = low ?? -Infinity
  const most = high ?? Infinity
  return (view) => {
    const open = overdueBalance(view, at)
    return open >= least && open <= most
  }
}

/** Book money that is overdue at an instant. */
export function overdueBalance(view: CustomerView, at: number): number {
  return loaded(view, 'invoices')
    .filter((invoice) => isOverdue(invoice, at))
    .reduce((sum, { openBook }) => sum + openBook, 0)
}

function isOverdue({ openBook, overdueAt }: OpenSale, at: number): boolean {
  return openBook > 0 && overdueAt !== null && overdueAt <= at
}
