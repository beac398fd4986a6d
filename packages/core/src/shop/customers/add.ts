import type { Draft } from '../../domain/change/draft.ts'
import { addCustomer } from '../../domain/customers/add-customer.ts'
import type { Identity } from '../../domain/customers/identity.ts'
import type { CustomerRow } from '../../domain/customers/rows.ts'
import { joinGroup } from '../../domain/groups/group-members.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import type { NewCustomerInput } from '../input/customer.ts'
import { named } from '../named.ts'
import { notInFuture } from '../not-in-future.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { attributesGiven, profileGiven } from './parts.ts'

/**
 * Adds a customer, straight into its groups. The facts are left to the caller, who may know more.
 *
 * @param identities those of the input, which the caller found to be nobody's
 */
export async function draftCustomer(
  unit: UnitOfWork,
  into: Draft,
  input: NewCustomerInput,
  identities: readonly Identity[],
): Promise<{ row: CustomerRow; facts: FactsRow }> {
  const { acquisition, firstContactAt, groups = [], ...given } = input
  const firstContact = firstContactAt?.getTime() ?? null
  notInFuture(firstContact, unit, 'firstContactAt')
  const added = addCustomer(
    into,
    {
      id: unit.stamp.newId(),
      profile: { ...(await profileGiven(unit, given)), name: given.name },
      identities,
      attributes: await attributesGiven(unit, given),
      acquisition: acquisition ?? 'manual',
      firstContactAt: firstContact,
      sampleKey: unit.sampleKey(),
    },
    unit.stamp,
  )
  const joined = new Set<string>()
  for (const [i, reference] of groups.entries()) {
    const group = await named(unit, 'groups', reference, `groups[${i}]`)
    if (!joined.has(group.id)) joinGroup(into, group, added.row.id, unit.stamp)
    joined.add(group.id)
  }
  return added
}
