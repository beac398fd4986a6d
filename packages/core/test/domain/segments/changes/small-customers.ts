import fc from 'fast-check'
import { draft } from '../../../../src/domain/change/draft.ts'
import { addCustomer } from '../../../../src/domain/customers/add-customer.ts'
import { attributeRows } from '../../../../src/domain/customers/attributes.ts'
import { localTimeOf } from '../../../../src/domain/interactions/local-time.ts'
import type { InteractionRow, WindowRow } from '../../../../src/domain/interactions/rows.ts'
import type {
  ChangeableView,
  ChangeMoment,
} from '../../../../src/domain/segments/changes/changeable-view.ts'
import { fold } from '../../../../src/domain/text/fold.ts'
import type {
  LineRow,
  PaymentRow,
  TransactionRow,
} from '../../../../src/domain/transactions/rows.ts'
import { factsOf } from '../../../../src/domain/value/facts-of.ts'
import { startingGap } from '../../../../src/domain/value/rhythm.ts'

export const now: number = Date.UTC(2026, 6, 15, 8, 30)
export const timeZone = 'Asia/Jakarta'
const day = 86_400_000
const customerId = 'customer'

interface Sale {
  readonly kind: TransactionRow['kind']
  readonly daysAgo: number
  readonly product: string
  readonly quantity: number
  readonly total: number
  readonly settled: number
  readonly isDue: boolean
}

const sale: fc.Arbitrary<Sale> = fc
  .record({
    kind: fc.constantFrom('sale' as const, 'sale' as const, 'creditNote' as const),
    daysAgo: fc.constantFrom(0, 1, 20, 29, 30, 31, 70),
    product: fc.constantFrom('A', 'B', 'C'),
    quantity: fc.integer({ min: 1, max: 3 }),
    total: fc.integer({ min: 0, max: 12 }),
    part: fc.constantFrom(0, 0.5, 1),
    isDue: fc.boolean(),
  })
  .map(({ part, ...rest }) => ({ ...rest, settled: Math.floor(rest.total * part) }))

/** Customers with a few small orders, payments and messages, and facts that agree with them. */
export const smallCustomers: fc.Arbitrary<ChangeableView> = fc
  .record({
    sales: fc.array(sale, { maxLength: 5 }),
    chats: fc.array(fc.constantFrom(0, 1, 10, 40), { maxLength: 2 }),
    tags: fc.constantFrom([], ['tag-0']),
    interests: fc.subarray(['kopi', 'kopi susu', 'teh', 'roti']),
  })
  .map(({ sales, chats, tags, interests }) => ({
    ...viewOf(sales, chats, tags),
    attributes: attributeRows(customerId, new Map([['interests', interests]])),
  }))

/** A customer who has done nothing. */
export const smallCustomer: ChangeableView = viewOf([], [], [])

function viewOf(
  sales: readonly Sale[],
  chats: readonly number[],
  tags: readonly string[],
): ChangeableView {
  const transactions = sales.map(transactionOf)
  const lines = sales.map(lineOf)
  const payments = sales.flatMap((each, i) => (each.settled > 0 ? [paymentOf(each, i)] : []))
  const interactions = chats.map(interactionOf)
  const windows = windowsOf(interactions)
  const { row: customer } = addCustomer(
    draft({ now: 0, actor: '', newId: () => '' }),
    {
      id: customerId,
      profile: { name: 'Sari' },
      identities: [],
      attributes: new Map(),
      acquisition: 'manual',
      firstContactAt: null,
      sampleKey: 0,
    },
    { now: now - 100 * day, actor: '', newId: () => '' },
  )
  const sources = { customer, transactions, lines, payments, interactions, windows }
  return {
    customer,
    facts: factsOf({ ...sources, shopGap: startingGap, timeZone }),
    identities: [],
    attributes: [],
    windows,
    groups: [],
    tags,
    tagMembers: tags.map((tagId) => ({ tagId, customerId, manualSince: 0, ruleSince: null })),
    purchases: lines,
    payments,
    interactions,
    invoices: transactions,
    labels: [],
    labelEvents: [],
    consents: [],
    consentEvents: [],
    scores: [],
    memberships: [],
    orderTimes: transactions.filter(({ stands }) => stands === 1).map(({ at }) => at),
  }
}

/** The facts that a customer's rows come to, by the code that shares nothing with the writes. */
export function factsFromRows(view: ChangeableView, moment: ChangeMoment): ChangeableView['facts'] {
  return factsOf({
    customer: view.customer,
    transactions: view.invoices,
    lines: view.purchases ?? [],
    payments: view.payments ?? [],
    interactions: view.interactions ?? [],
    windows: view.windows ?? [],
    shopGap: moment.shopGap ?? startingGap,
    timeZone,
  })
}

const owner = { customerId, originId: customerId, recordedAt: 0 }

function transactionOf({ kind, daysAgo, total, settled, isDue }: Sale, i: number): TransactionRow {
  const openBook = total - settled
  const at = now - daysAgo * day
  const isOverdue = kind === 'sale' && isDue && openBook > 0
  return {
    ...owner,
    id: `sale-${i}`,
    orderId: `INV-${i}`,
    kind,
    at,
    // Due on its own day.
    dueDate:
      isDue && kind === 'sale' ? new Date(at + 7 * 3_600_000).toISOString().slice(0, 10) : null,
    currency: 'IDR',
    rate: null,
    linesTotal: total,
    charges: 0,
    discount: 0,
    total,
    bookTotal: total,
    settled,
    bookSettled: settled,
    openBook,
    overdueAt: isOverdue
      ? Math.floor((at + 7 * 3_600_000) / day) * day + day - 7 * 3_600_000
      : null,
    stands: kind === 'sale' ? 1 : 0,
    note: null,
  }
}

function lineOf({ kind, daysAgo, product, quantity, total }: Sale, i: number): LineRow {
  return {
    transactionId: `sale-${i}`,
    position: 0,
    customerId,
    originId: customerId,
    at: now - daysAgo * day,
    stands: kind === 'sale' ? 1 : 0,
    product,
    productFold: fold(product),
    category: null,
    categoryFold: null,
    colour: null,
    colourFold: null,
    size: null,
    sizeFold: null,
    quantity,
    unitPrice: total,
    discount: 0,
    total,
    bookTotal: total,
  }
}

function paymentOf({ kind, daysAgo, settled }: Sale, i: number): PaymentRow {
  return {
    ...owner,
    id: `payment-${i}`,
    kind: kind === 'sale' ? 'payment' : 'refund',
    at: now - daysAgo * day,
    currency: 'IDR',
    amount: settled,
    bookAmount: settled,
    method: 'qris',
    methodFold: 'qris',
    reference: null,
    note: null,
  }
}

function interactionOf(daysAgo: number, i: number): InteractionRow {
  const at = now - daysAgo * day
  return {
    ...owner,
    ...localTimeOf(at, timeZone),
    id: `chat-${i}`,
    kind: 'chat',
    channel: 'whatsapp',
    channelFold: 'whatsapp',
    direction: 'inbound',
    at,
    businessNumber: null,
    device: null,
    deviceFold: null,
    product: null,
    productFold: null,
    term: null,
    termFold: null,
  }
}

function windowsOf(interactions: readonly InteractionRow[]): readonly WindowRow[] {
  if (interactions.length === 0) return []
  const lastInboundAt = Math.max(...interactions.map(({ at }) => at))
  return [
    {
      customerId,
      businessNumber: '',
      lastInboundAt,
      lastInboundFrom: null,
      closedAt: null,
      closesAt: lastInboundAt + day,
    },
  ]
}
