import { type Money, minorAt, moneyAt, type Place, textAt, wrong } from './place.ts'
import type { StagedLine } from './staged-line.ts'

/** What a row says of the money of its whole order, and how that was paid. */
export type OrderMoney = Pick<StagedLine, 'method' | 'shipping' | 'tax' | 'discount'>

export function orderMoneyAt(place: Place, money: Money): OrderMoney {
  return {
    method: textAt(place, 'method', 50),
    shipping: chargeAt(place, 'shipping', money),
    tax: chargeAt(place, 'tax', money),
    discount: discountAt(place, money),
  }
}

function chargeAt(place: Place, key: 'shipping' | 'tax', money: Money): number {
  const amount = amountAt(place, key, money)
  if (amount >= 0) return amount
  throw wrong(
    place,
    key,
    'Expected 0 or more; what is taken off belongs in the column of --discount',
  )
}

/** Many files write what is taken off with a minus. */
function discountAt(place: Place, money: Money): number {
  return Math.abs(amountAt(place, 'discount', money))
}

/** 0 where nothing is said: an order has the amount that one of its rows says. */
function amountAt(
  place: Place,
  key: 'shipping' | 'tax' | 'discount',
  { currency, scale }: Money,
): number {
  const value = moneyAt(place, key, currency, scale)
  return value === undefined ? 0 : minorAt(place, value, scale, key)
}
