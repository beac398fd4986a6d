import type { EventsConditionOn } from '../../condition.ts'
import { type Demand, demandsOn, instantIn, textOf } from './demands.ts'
import type { LifePayment, LifeSale } from './life.ts'
import type { MoneyPlan } from './plan-money.ts'
import type { Wanted } from './wanted.ts'

const mostPayments = 60

/** A payment that must be there; of any amount where none is said. */
export interface DemandedPayment extends Omit<LifePayment, 'amount'> {
  readonly amount: number | null
}

export function paymentsDemanded(wanted: Wanted): readonly DemandedPayment[] | undefined {
  const demands = demandsOn(wanted, 'payments', paymentsOf)
  if (demands === undefined) return undefined
  const payments: DemandedPayment[] = []
  for (const demand of demands) {
    const made = paymentsFor(wanted, demand)
    if (made === undefined) return undefined
    payments.push(...made)
  }
  return payments
}

function paymentsOf(condition: object): EventsConditionOn<'payments'> | undefined {
  return isOnPayments(condition) ? condition : undefined
}

function isOnPayments(condition: object): condition is EventsConditionOn<'payments'> {
  return (
    'op' in condition &&
    condition.op === 'events' &&
    'list' in condition &&
    condition.list === 'payments'
  )
}

function paymentsFor(
  wanted: Wanted,
  { condition, target }: Demand<'payments'>,
): readonly DemandedPayment[] | undefined {
  const { filters, measure } = condition
  const method = textOf(filters, 'method')
  const isTime = measure === 'first' || measure === 'last'
  const at = isTime ? target : instantIn(wanted, condition)
  if (method === undefined || at === undefined) return undefined
  const one = { at, method: method ?? 'transfer', amount: null }
  if (measure === 'total') return [{ ...one, amount: target }]
  const count = measure === 'count' ? target : 1
  return count > mostPayments ? undefined : Array.from({ length: count }, () => one)
}

/** The sales with what was paid of them: by the payments demanded first, and what is left in cash. */
export function withPayments(
  sales: readonly LifeSale[],
  demanded: readonly DemandedPayment[],
  { shares }: MoneyPlan,
): readonly LifeSale[] | undefined {
  const waiting = [...demanded]
  const paid = sales.map((sale, i) => {
    let left = shares[i]?.paid ?? 0
    const payments: LifePayment[] = []
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const amount = next.amount ?? 1
      if (amount > left) break
      waiting.shift()
      payments.push({ ...next, amount })
      left -= amount
    }
    return { ...sale, payments: withRest(payments, left, sale, demanded) }
  })
  return waiting.length === 0 ? paid : undefined
}

/** What is left goes with the last payment whose amount is free, else it is one of its own. */
function withRest(
  payments: readonly LifePayment[],
  left: number,
  { at }: LifeSale,
  demanded: readonly DemandedPayment[],
): readonly LifePayment[] {
  if (left === 0) return payments
  const last = payments.at(-1)
  const isFree = last !== undefined && demanded.every(({ amount }) => amount === null)
  return isFree
    ? payments.with(-1, { ...last, amount: last.amount + left })
    : [...payments, { at, amount: left, method: 'cash' }]
}
