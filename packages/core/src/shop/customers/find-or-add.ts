import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { CustomerOnTheSpotInput } from '../input/customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { Customer } from './customer.ts'
import { customerReference } from './customer-reference.ts'
import { customerRow, showCustomer } from './load-customers.ts'
import { loadReferredCustomers } from './referred-customers.ts'

/** The customer whom the identities lead to, who takes those that are nobody's; else a new one. */
export async function findOrAdd(
  unit: UnitOfWork,
  given: CustomerOnTheSpotInput,
): Promise<Customer> {
  const reference = customerReference(given)
  if ('identities' in reference && reference.identities.length === 0) throw identityNeeded()
  const into = unit.draft()
  const customers = await loadReferredCustomers(unit, into, [reference], '')
  const id = await customers.of(reference, 'manual')
  into.put('facts', ...customers.updated())
  await unit.write(into)
  return showCustomer(unit, await customerRow(unit, id))
}

function identityNeeded(): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'Somebody is found by an identity, and none was given. Give a phone, an e-mail address or another one, or add the customer.',
  )
}
