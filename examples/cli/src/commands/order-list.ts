import type { Transaction } from '@langganan/core'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { fittingTable } from '../output/fitting.ts'
import { orderColumns } from '../output/order-table.ts'
import { mostOfWho } from '../output/who.ts'
import { findCustomer } from '../session/find-customer.ts'
import { latestOrders, newestOf } from '../session/latest-orders.ts'
import type { Session } from '../session/session.ts'
import { whoAre } from '../session/who-are.ts'

export interface OrderListOptions {
  readonly customer?: string
  readonly limit?: string
}

const usualLimit = 20

/** The latest orders of the shop, or of a customer, with whose they are. */
export async function orderList(session: Session, options: OrderListOptions): Promise<Answer> {
  const { shop } = session
  const most = options.limit === undefined ? usualLimit : wholeNumber(options.limit, 'limit')
  const orders =
    options.customer === undefined
      ? await latestOrders(shop, most)
      : newestOf(await shop.transactions.of(await findCustomer(shop, options.customer)), most)
  if (orders.length === 0) {
    return { json: { rows: orders }, text: 'There are no orders yet. Record one: toko sale --help' }
  }
  const whose = await whoAre(
    shop,
    orders.map(({ customer }) => customer),
  )
  const columns = [
    ...orderColumns(session),
    {
      head: 'CUSTOMER',
      cell: ({ customer }: Transaction) => whose.get(customer) ?? '',
      most: mostOfWho,
    },
  ]
  return {
    json: { rows: orders },
    text: fittingTable(columns, orders, 'toko orders show tells all of one.'),
  }
}
