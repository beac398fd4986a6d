import type { Customer, Transaction } from '@langganan/core'
import { wholeNumber } from '../input/whole-number.ts'
import type { Answer } from '../output/answer.ts'
import { referenceOf } from '../output/customer-columns.ts'
import { orderColumns } from '../output/order-table.ts'
import { tableOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import { latestOrders, newestOf } from '../session/latest-orders.ts'
import type { Session } from '../session/session.ts'

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
  const whose = await buyersOf(orders, session)
  const columns = [
    ...orderColumns(session),
    { head: 'CUSTOMER', cell: ({ customer }: Transaction) => whoText(whose.get(customer)) },
  ]
  return { json: { rows: orders }, text: tableOf(columns, orders) }
}

async function buyersOf(
  orders: readonly Transaction[],
  { shop }: Session,
): Promise<ReadonlyMap<string, Customer>> {
  const buyers = new Map<string, Customer>()
  for (const { customer } of orders) {
    if (!buyers.has(customer)) buyers.set(customer, await shop.customers.get(customer))
  }
  return buyers
}

function whoText(customer: Customer | undefined): string {
  if (customer === undefined) return ''
  const reference = referenceOf(customer)
  return customer.name === reference ? reference : `${customer.name} (${reference})`
}
