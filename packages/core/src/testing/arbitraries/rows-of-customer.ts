import type { Rows } from '../../domain/change/rows.ts'
import type { CustomerView } from '../../domain/segments/customer-view.ts'
import { fold } from '../../domain/text/fold.ts'
import type { CustomerAndFacts } from './customer-rows.ts'
import { foldOf, type ListRows } from './list-rows.ts'
import type { RecordedRows } from './recorded-rows.ts'

/** Whose rows they are. */
export interface Owner {
  readonly id: string
  readonly originId: string
  /** Identities that somebody in the shop has. */
  readonly taken: Set<string>
}

/** The tables that criteria read, and rows of them. */
export type CustomerRows = { readonly [T in CriteriaTable]: readonly Rows[T][] }

type CriteriaTable =
  | 'customers'
  | 'facts'
  | 'identities'
  | 'attributes'
  | 'windows'
  | 'groupMembers'
  | 'tagMembers'
  | 'lines'
  | 'payments'
  | 'interactions'
  | 'labelSpans'
  | 'consents'
  | 'scores'
  | 'segmentMembers'
  | 'transactions'

/** All rows of one customer, and the view of them. */
export function rowsOfCustomer(
  own: CustomerAndFacts,
  lists: ListRows & { readonly recorded: RecordedRows },
  owner: Owner,
): { readonly rows: CustomerRows; readonly view: CustomerView } {
  const { id: customerId } = owner
  const customer = { ...own.customer, id: customerId }
  const facts = { ...own.facts, customerId }
  const groups = [...new Set(lists.groups)]
  const tags = [...new Set(lists.tags)]
  const identities = identityRows(lists, owner)
  const attributes = lists.attributes.map((attribute, position) => ({
    ...attribute,
    customerId,
    position,
    textFold: foldOf(attribute.text),
  }))
  const windows = windowRows(lists, customerId)
  const events = eventRows(lists, owner)
  const recorded = recordedRows(lists.recorded, customerId)
  return {
    rows: {
      customers: [customer],
      facts: [facts],
      identities,
      attributes,
      windows,
      ...events,
      ...recorded,
      groupMembers: groups.map((groupId) => ({ groupId, customerId, since: 0, addedBy: 'test' })),
      tagMembers: tags.map((tagId, i) => ({
        tagId,
        customerId,
        manualSince: i === 0 ? 0 : null,
        ruleSince: i === 0 ? null : 0,
      })),
    },
    view: {
      customer,
      facts,
      identities,
      attributes,
      windows,
      groups,
      tags,
      purchases: events.lines,
      payments: events.payments,
      interactions: events.interactions,
      labels: recorded.labelSpans,
      consents: recorded.consents,
      scores: recorded.scores,
      memberships: recorded.segmentMembers,
      invoices: events.transactions,
    },
  }
}

function identityRows(lists: ListRows, { id, originId, taken }: Owner): Rows['identities'][] {
  const free = lists.identities.filter(({ kind, value }) => {
    const key = `${kind} ${value}`
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
  return free.map((identity, position) => ({
    ...identity,
    customerId: id,
    originId,
    fold: fold(identity.value),
    position,
    addedAt: 0,
    changedAt: null,
    bounceReason: null,
  }))
}

function windowRows(lists: ListRows, customerId: string): Rows['windows'][] {
  const byNumber = new Map(lists.windows.map((window) => [window.businessNumber, window]))
  return [...byNumber.values()].map((window) => ({
    ...window,
    customerId,
    lastInboundAt: window.closesAt - 86_400_000,
    lastInboundFrom: null,
    closedAt: null,
  }))
}

function recordedRows(
  { labels, consents, scores, memberships }: RecordedRows,
  customerId: string,
): Pick<CustomerRows, 'labelSpans' | 'consents' | 'scores' | 'segmentMembers'> {
  const owned = <R extends object>(row: R): R & { readonly customerId: string } => ({
    ...row,
    customerId,
  })
  const spans = labels.map((span) => ({ ...owned(span), byFold: foldOf(span.by) }))
  return {
    labelSpans: oneByKey(spans, ({ labelId, at }) => `${labelId} ${at}`),
    consents: oneByKey(consents.map(owned), ({ purpose, channel }) => `${purpose} ${channel}`),
    scores: scores === null ? [] : [owned(scores)],
    segmentMembers: oneByKey(memberships.map(owned), ({ segmentId }) => segmentId),
  }
}

function oneByKey<R>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}

function eventRows(
  lists: ListRows,
  { id: customerId, originId }: Owner,
): Pick<CustomerRows, 'lines' | 'payments' | 'interactions' | 'transactions'> {
  const owned = { customerId, originId, recordedAt: 0 }
  return {
    lines: lists.lines.map((line, position) => ({
      ...line,
      transactionId: `${customerId}-${line.transactionId}`,
      position,
      customerId,
      originId,
      productFold: fold(line.product),
      categoryFold: foldOf(line.category),
      colourFold: foldOf(line.colour),
      sizeFold: foldOf(line.size),
    })),
    payments: lists.payments.map((payment, i) => ({
      ...payment,
      ...owned,
      id: `${customerId}-${i}`,
      currency: 'IDR',
      amount: payment.bookAmount,
      methodFold: fold(payment.method),
      reference: null,
      note: null,
    })),
    interactions: lists.interactions.map((interaction, i) => ({
      ...interaction,
      ...owned,
      id: `${customerId}-${i}`,
      businessNumber: null,
      channelFold: fold(interaction.channel),
      deviceFold: foldOf(interaction.device),
      productFold: foldOf(interaction.product),
      termFold: foldOf(interaction.term),
    })),
    transactions: lists.invoices.map((invoice, i) => ({
      ...invoice,
      ...owned,
      id: `${customerId}-${i}`,
      orderId: `${customerId}-${i}`,
      kind: 'sale',
      at: 0,
      dueDate: null,
      currency: 'IDR',
      rate: null,
      linesTotal: invoice.openBook,
      charges: 0,
      discount: 0,
      total: invoice.openBook,
      bookTotal: invoice.openBook,
      settled: 0,
      bookSettled: 0,
      stands: 1,
      note: null,
    })),
  }
}
