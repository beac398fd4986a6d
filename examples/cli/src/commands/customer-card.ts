import type { Customer, Transaction } from '@langganan/core'
import type { Answer } from '../output/answer.ts'
import { type Column, fieldsOf, tableOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'

const mostOrders = 10

/** All that the shop knows of one customer. */
export async function showCustomer(session: Session, id: string): Promise<Answer> {
  const { shop } = session
  const customer = await shop.customers.get(id)
  const value = await shop.value.of(id)
  const loyalty = await shop.value.loyalty(id)
  const window = await shop.interactions.window(id)
  const transactions = await shop.transactions.of(id)
  const { money, time } = session
  const text = fieldsOf([
    ...profileFields(customer, session),
    ['Spent', money(value.ltv)],
    ['Owes', value.balance === 0 ? '' : money(value.balance)],
    ['Orders', ordersText(value.orders, value.averageOrder, session)],
    ['Loyalty', `${loyalty.stage}: ${loyalty.reasons.join(' ')}`],
    ['WhatsApp', windowText(window.state, time(window.closesAt))],
  ])
  return {
    json: { ...customer, value, loyalty, window, transactions },
    text: transactions.length === 0 ? text : `${text}\n\n${ordersTable(transactions, session)}`,
  }
}

function profileFields(
  customer: Customer,
  { time }: Session,
): readonly (readonly [string, string])[] {
  const { blacklist, archivedAt } = customer
  return [
    ['Name', customer.name],
    ['Number', customer.external.join(', ')],
    ['Phone', customer.phones.join(', ')],
    ['E-mail', customer.emails.join(', ')],
    ['Business', customer.businessName ?? ''],
    ['Address', customer.address ?? ''],
    ['City', [customer.city, customer.region, customer.country].filter(Boolean).join(', ')],
    ['Born', customer.birthDate ?? ''],
    ['Gender', customer.gender ?? ''],
    ['Occupation', customer.occupation ?? ''],
    ['Source', customer.source ?? ''],
    ['Notes', customer.notes ?? ''],
    ['Added', `${time(customer.addedAt)} (${customer.acquisition})`],
    ['Archived', time(archivedAt)],
    ['Blacklisted', blacklist === null ? '' : `${blacklist.reason} (${time(blacklist.since)})`],
    ['Id', customer.id],
  ]
}

function ordersText(orders: number, average: number | null, { money }: Session): string {
  return average === null ? 'none yet' : `${orders}, ${money(average)} on average`
}

function windowText(state: string, closesAt: string): string {
  if (state === 'free-form') return `window open until ${closesAt}`
  if (state === 'blocked') return 'nothing may be sent'
  return closesAt === ''
    ? 'templates only: never wrote'
    : `templates only: window closed ${closesAt}`
}

function ordersTable(transactions: readonly Transaction[], { money, time }: Session): string {
  const columns: readonly Column<Transaction>[] = [
    { head: 'ORDER', cell: ({ orderId }) => orderId },
    { head: 'TIME', cell: ({ at }) => time(at) },
    { head: 'KIND', cell: ({ kind }) => (kind === 'sale' ? 'sale' : 'credit note') },
    { head: 'LINES', cell: ({ lines }) => String(lines.length), align: 'right' },
    { head: 'TOTAL', cell: ({ total, currency }) => money(total, currency), align: 'right' },
    {
      head: 'OPEN',
      cell: ({ open, currency }) => (open === 0 ? '' : money(open, currency)),
      align: 'right',
    },
    { head: 'DUE', cell: ({ dueDate, open }) => (open === 0 ? '' : (dueDate ?? '')) },
  ]
  const latest = transactions.slice(-mostOrders).reverse()
  const more = transactions.length - latest.length
  return tableOf(columns, latest) + (more > 0 ? `\nand ${more} earlier` : '')
}
