import type { KnownCustomer } from '../../domain/customers/edit-customer.ts'
import type { AttributeRow, CustomerRow, IdentityRow } from '../../domain/customers/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import { findHeld } from '../find-held.ts'
import { grouped } from '../grouped.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Customer, customerOf } from './customer.ts'

/** One customer's profile row. @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function customerRow({ tx }: UnitOfWork, id: string): Promise<CustomerRow> {
  const [row] = await tx.get('customers', [[id]])
  if (row === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return row
}

/** Refuses ids that are no customer's. @throws LanggananError `CUSTOMER_NOT_FOUND`; `details.customers` are those */
export async function expectCustomers({ tx }: UnitOfWork, ids: readonly string[]): Promise<void> {
  const rows = await tx.get(
    'customers',
    ids.map((id) => [id] as const),
  )
  const known = new Set(rows.map(({ id }) => id))
  const unknown = [...new Set(ids)].filter((id) => !known.has(id))
  if (unknown[0] === undefined) return
  throw new LanggananError(
    'CUSTOMER_NOT_FOUND',
    `This shop has no customer with ${unknown.length} of these ids. See which in details.customers, and leave them out.`,
    { field: `customers[${ids.indexOf(unknown[0])}]`, details: { customers: unknown } },
  )
}

/** One customer's facts. @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function factsRow({ tx }: UnitOfWork, id: string): Promise<FactsRow> {
  const [facts] = await tx.get('facts', [[id]])
  if (facts === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return facts
}

/** An e-mail address that somebody has, under the lock of its owner. @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function emailRow(unit: UnitOfWork, email: string): Promise<IdentityRow> {
  return findHeld(unit, async () => {
    const [row] = await unit.tx.get('identities', [['email', email]])
    if (row === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'email')
    return row
  })
}

/** What an edit needs to know. */
export async function knownCustomer(unit: UnitOfWork, id: string): Promise<KnownCustomer> {
  await unit.lock([id])
  const [row, facts] = [await customerRow(unit, id), await factsRow(unit, id)]
  const { identities, attributes } = await partsOf(unit, [id])
  return { row, facts, identities, attributes }
}

/** Customers as the shop sees them, in the order of the rows. */
export async function showCustomers(
  unit: UnitOfWork,
  rows: readonly CustomerRow[],
): Promise<Customer[]> {
  const { identities, attributes } = await partsOf(
    unit,
    rows.map(({ id }) => id),
  )
  const types =
    attributes.length === 0
      ? []
      : await unit.tx.scan('attributeTypes', null, Number.MAX_SAFE_INTEGER)
  const identitiesOf = grouped(identities)
  const attributesOf = grouped(attributes)
  return rows.map((row) =>
    customerOf({
      row,
      identities: identitiesOf.get(row.id) ?? [],
      attributes: attributesOf.get(row.id) ?? [],
      types,
      now: unit.stamp.now,
    }),
  )
}

/** A customer that must exist, as the shop sees it. */
export async function showCustomer(unit: UnitOfWork, row: CustomerRow): Promise<Customer> {
  const [customer] = await showCustomers(unit, [row])
  if (customer === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return customer
}

async function partsOf(
  { tx }: UnitOfWork,
  ids: readonly string[],
): Promise<{ identities: readonly IdentityRow[]; attributes: readonly AttributeRow[] }> {
  const prefixes = ids.map((id) => [id])
  return {
    identities: await tx.find('identities', 'byCustomer', prefixes),
    attributes: await tx.find('attributes', 'key', prefixes),
  }
}
