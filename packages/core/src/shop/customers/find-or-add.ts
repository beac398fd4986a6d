import type { AcquisitionKind } from '../../domain/customers/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { CustomerOnTheSpotInput } from '../input/customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { Customer } from './customer.ts'
import { type CustomerReference, customerReference } from './customer-reference.ts'
import { customerRow, showCustomer } from './load-customers.ts'
import { referenceAt } from './reference-at.ts'
import { loadReferredCustomers } from './referred-customers.ts'

/** The customer whom the identities lead to, who takes those that are nobody's; else a new one. */
export async function findOrAdd(
  unit: UnitOfWork,
  given: CustomerOnTheSpotInput,
  at: Date | undefined,
): Promise<Customer> {
  const named = customerReference(given)
  if ('identities' in named && named.identities.length === 0) throw identityNeeded()
  const reference = at === undefined ? named : await referenceAt(unit, named, at.getTime())
  const { id } = await foundOrAdded(unit, reference, 'manual', '')
  return showCustomer(unit, await customerRow(unit, id))
}

/**
 * Writes whom a reference leads to, where there is something to write of that: a new customer, or new
 * identities.
 *
 * @param place where the input holds the reference, for the field of errors
 */
export async function foundOrAdded(
  unit: UnitOfWork,
  reference: CustomerReference,
  acquisition: AcquisitionKind,
  place: string,
): Promise<{ readonly id: string; readonly added: number }> {
  const into = unit.draft()
  const customers = await loadReferredCustomers(unit, into, [reference], place)
  const id = await customers.of(reference, acquisition)
  into.put('facts', ...customers.updated())
  await unit.write(into)
  return { id, added: customers.added }
}

function identityNeeded(): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'Somebody is found by an identity, and none was given. Give a phone, an e-mail address or another one, or add the customer.',
  )
}
