import type { Customer, CustomerListRow, Predicate, Shop, Transaction } from '@langganan/core'
import type { Answer } from '../output/answer.ts'
import { orderColumns } from '../output/order-table.ts'
import { fieldsOf, tableOf } from '../output/table.ts'
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
  const { groups = [], tags = [] } = (await rowOf(shop, customer)) ?? {}
  const labels = (await shop.labels.of(id)).current
  const category = await categoryOf(shop, customer)
  const { money, time } = session
  const optional = (minor: number) => (minor === 0 ? '' : money(minor))
  const text = fieldsOf([
    ...profileFields(customer, session),
    ['Category', category],
    ['Groups', namesOf(groups)],
    ['Tags', namesOf(tags)],
    ['Labels', namesOf(labels)],
    ['Spent', money(value.ltv)],
    [value.balance < 0 ? 'Credit' : 'Owes', optional(Math.abs(value.balance))],
    ['Orders', ordersText(value.orders, value.averageOrder, session)],
    ['Loyalty', `${loyalty.stage}: ${loyalty.reasons.join(' ')}`],
    ['WhatsApp', windowText(window.state, time(window.closesAt))],
  ])
  return {
    json: { ...customer, groups, tags, labels, value, loyalty, window, transactions },
    text: transactions.length === 0 ? text : `${text}\n\n${ordersTable(transactions, session)}`,
  }
}

/** The customer as lists show one, with groups and tags. */
async function rowOf(shop: Shop, customer: Customer): Promise<CustomerListRow | undefined> {
  const where = knownBy(customer)
  let after: string | undefined
  do {
    const { rows, next } = await shop.customers.list({ where, limit: 1_000, after })
    const row = rows.find(({ id }) => id === customer.id)
    if (row !== undefined) return row
    after = next ?? undefined
  } while (after !== undefined)
  return undefined
}

/** What holds for this customer, and for few others or none. */
function knownBy({ external: [number], phone, email, name }: Customer): Predicate {
  if (number !== undefined) return { field: 'external', is: '=', value: number }
  if (phone !== null) return { field: 'phone', is: '=', value: phone }
  if (email !== null) return { field: 'email', is: '=', value: email }
  return { field: 'name', is: 'exactly', value: name }
}

async function categoryOf({ categories }: Shop, { category }: Customer): Promise<string> {
  if (category === null) return ''
  return (await categories.list()).find(({ id }) => id === category)?.name ?? category
}

function namesOf(sets: readonly { readonly name: string }[]): string {
  return sets.map(({ name }) => name).join(', ')
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
    ['Chat', customer.chatLink ?? ''],
    ['E-mail', customer.emails.join(', ')],
    ['Business', customer.businessName ?? ''],
    ['Address', customer.address ?? ''],
    ['City', customer.city ?? ''],
    ['Region', customer.region ?? ''],
    ['Country', customer.country ?? ''],
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

function ordersTable(transactions: readonly Transaction[], session: Session): string {
  const latest = transactions.slice(-mostOrders).reverse()
  const more = transactions.length - latest.length
  const table = tableOf(orderColumns(session), latest)
  return more > 0 ? `${table}\nand ${more} earlier: toko orders list --customer shows them` : table
}
