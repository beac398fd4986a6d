import type { Describing } from '../../describe/describing.ts'
import { quotedText } from '../../describe/quoted-text.ts'
import type { BoughtGoods, BuyAction } from '../action.ts'
import { moneyOf } from '../effort.ts'
import type { BoughtOrders } from './change-language.ts'

/** What is worth telling of orders. */
export function boughtOrders(
  { orders, paid, method }: BuyAction,
  { catalogue, language }: Describing,
): BoughtOrders {
  const lines = orders.flat()
  const amount = moneyOf(lines)
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const others = (orders[0] ?? []).filter(({ product }) => product === null).length
  const goodsText = ({ product, category, colour, size }: BoughtGoods): string =>
    Object.entries({ product, category, colour, size })
      .flatMap(([name, value]) =>
        value === null ? [] : [language.filter(name, quotedText(value))],
      )
      .join(' ')
  const goods = [...new Set(lines.map(goodsText))].filter((text) => text !== '')
  return {
    count: orders.length,
    pieces: pieces > lines.length ? pieces : null,
    // An order comes to something; where the least will do, any amount does.
    amount: amount > orders.length ? language.amount(amount, catalogue.currency) : null,
    goods,
    products: others > 1 ? others : null,
    paid,
    method: method === 'cash' ? null : quotedText(method),
  }
}
