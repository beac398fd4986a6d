import type {
  CustomerListName,
  CustomerLists,
  CustomerView,
} from '../../domain/segments/customer-view.ts'
import type { StorageTransaction } from '../../ports/storage/storage.ts'
import { grouped } from '../grouped.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** These customers as criteria see them, with the lists named; those that are no more are left out. */
export async function loadViews(
  { tx }: UnitOfWork,
  customerIds: readonly string[],
  lists: readonly CustomerListName[],
): Promise<readonly CustomerView[]> {
  const keys = customerIds.map((id) => [id] as const)
  const facts = new Map((await tx.get('facts', keys)).map((row) => [row.customerId, row]))
  const parts: Part[] = []
  for (const list of lists) parts.push(await partOf(tx, list, keys))
  return (await tx.get('customers', keys)).flatMap((customer) => {
    const known = facts.get(customer.id)
    if (known === undefined) return []
    return [Object.assign({ customer, facts: known }, ...parts.map((part) => part(customer.id)))]
  })
}

/** One list of a customer, as a part of the view. */
type Part = (customerId: string) => Partial<CustomerLists>

type CustomerKeys = readonly (readonly [id: string])[]

type Loaders = {
  readonly [L in CustomerListName]: (
    tx: StorageTransaction,
    keys: CustomerKeys,
  ) => Promise<ReadonlyMap<string, CustomerLists[L]>>
}

const loaders: Loaders = {
  identities: async (tx, keys) => grouped(await tx.find('identities', 'byCustomer', keys)),
  attributes: async (tx, keys) => grouped(await tx.find('attributes', 'key', keys)),
  windows: async (tx, keys) => grouped(await tx.find('windows', 'key', keys)),
  groups: async (tx, keys) =>
    idsBy(await tx.find('groupMembers', 'byCustomer', keys), ({ groupId }) => groupId),
  tags: async (tx, keys) =>
    idsBy(await tx.find('tagMembers', 'byCustomer', keys), ({ tagId }) => tagId),
  purchases: async (tx, keys) => grouped(await tx.find('lines', 'byCustomer', keys)),
  payments: async (tx, keys) => grouped(await tx.find('payments', 'byCustomer', keys)),
  interactions: async (tx, keys) => grouped(await tx.find('interactions', 'byCustomer', keys)),
  invoices: async (tx, keys) => grouped(await tx.find('transactions', 'byOverdue', keys)),
  labels: async (tx, keys) => grouped(await tx.find('labelSpans', 'key', keys)),
  consents: async (tx, keys) => grouped(await tx.find('consents', 'key', keys)),
  scores: async (tx, keys) => grouped(await tx.get('scores', keys)),
  memberships: async (tx, keys) => grouped(await tx.find('segmentMembers', 'byCustomer', keys)),
}

async function partOf<L extends CustomerListName>(
  tx: StorageTransaction,
  list: L,
  keys: CustomerKeys,
): Promise<Part> {
  const rows = await loaders[list](tx, keys)
  return (customerId) => ({ [list]: rows.get(customerId) ?? [] })
}

function idsBy<R extends { readonly customerId: string }>(
  rows: readonly R[],
  idOf: (row: R) => string,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...grouped(rows)].map(([id, own]) => [id, own.map(idOf)]))
}
