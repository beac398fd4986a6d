import type { Action, ActionKind } from './action.ts'

/** Every kind of action, what asks for least first. */
export const actionKinds: readonly ActionKind[] = [
  'wait',
  'tag',
  'group',
  'label',
  'consent',
  'set',
  'archive',
  'blacklist',
  'bounce',
  'interact',
  'pay',
  'refund',
  'return',
  'buy',
]

/** What asks for less comes first: waiting, what staff do by hand, what the customer does, what costs money. */
export function byEffort(a: Action, b: Action): number {
  const byKind = actionKinds.indexOf(a.kind) - actionKinds.indexOf(b.kind)
  return byKind === 0 ? sizeOf(a) - sizeOf(b) : byKind
}

function sizeOf(action: Action): number {
  switch (action.kind) {
    case 'interact':
      return action.count
    case 'pay':
    case 'refund':
      return action.parts.reduce((sum, { amount }) => sum + amount, 0)
    case 'return':
      return action.amount
    case 'buy':
      return moneyOf(action.orders.flat())
    default:
      return 0
  }
}

/** What goods come to. */
export function moneyOf(goods: readonly { readonly amount: number }[]): number {
  return goods.reduce((sum, { amount }) => sum + amount, 0)
}
