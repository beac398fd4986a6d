import { type Money, minorAt, moneyOf, type Place, textAt, wrong } from './place.ts'
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
  const amount = amountOf(place, key, place.columns.text(place.cells, key), money)
  if (amount >= 0) return amount
  throw wrong(
    place,
    key,
    'Expected 0 or more; what is taken off belongs in the column of --discount',
  )
}

/** Many files write what is taken off with a minus, or in brackets as books do. */
function discountAt(place: Place, money: Money): number {
  const text = place.columns.text(place.cells, 'discount')
  const [, inBrackets] = /^\((.*)\)$/.exec(text) ?? []
  return Math.abs(amountOf(place, 'discount', inBrackets ?? text, money))
}

/** 0 where nothing is said: an order has the amount that one of its rows says. */
function amountOf(
  place: Place,
  key: 'shipping' | 'tax' | 'discount',
  text: string,
  { currency, scale }: Money,
): number {
  if (text === '') return 0
  const value = moneyOf(text, place.form.numbers, currency, scale)
  if ('problem' in value) throw wrong(place, key, value.problem)
  return minorAt(place, value, scale, key)
}
