import type { Action, BuyAction, SetAction } from '../../../domain/segments/changes/action.ts'

/** The same action by the smallest step smaller; undefined where there is nothing smaller of its kind. */
export function slightlyLess(action: Action): Action | undefined {
  switch (action.kind) {
    case 'wait':
      return { ...action, until: action.until - 1 }
    case 'interact':
      return action.count > 1 ? { ...action, count: action.count - 1 } : undefined
    case 'return':
      return action.amount > 1 ? { ...action, amount: action.amount - 1 } : undefined
    case 'pay':
    case 'refund': {
      const [last, ...before] = [...action.parts].reverse()
      if (last === undefined) return undefined
      const left = last.amount > 1 ? [{ ...last, amount: last.amount - 1 }] : []
      const parts = [...before.reverse(), ...left]
      return parts.length === 0 ? undefined : { ...action, parts }
    }
    case 'set':
      return lessTaken(action)
    case 'buy':
      return lessBought(action)
    default:
      return undefined
  }
}

/** One of several values stays. */
function lessTaken({ value, taken = [], ...action }: SetAction): SetAction | undefined {
  const [stays, ...others] = taken
  if (stays === undefined || others.length === 0) return undefined
  return { ...action, value: [...(Array.isArray(value) ? value : []), stays], taken: others }
}

/** A minor unit less; where no order comes to more than one, a piece less, or an order. */
function lessBought({ orders, ...action }: BuyAction): BuyAction | undefined {
  const [[first, ...lines] = [], ...others] = orders
  if (first === undefined) return undefined
  if (first.amount > 1)
    return { ...action, orders: [[{ ...first, amount: first.amount - 1 }, ...lines], ...others] }
  if (first.quantity > 1)
    return {
      ...action,
      orders: [[{ ...first, quantity: first.quantity - 1 }, ...lines], ...others],
    }
  return others.length > 0 ? { ...action, orders: others } : undefined
}
