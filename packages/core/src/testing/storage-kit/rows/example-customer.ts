import { draft } from '../../../domain/change/draft.ts'
import type { Rows } from '../../../domain/change/rows.ts'
import { addCustomer } from '../../../domain/customers/add-customer.ts'

const stamp = { now: 1, actor: 'kit', newId: () => 'none' }

/** A customer's row, of whom nothing is known but a name. */
export function exampleCustomer(id: string): Rows['customers'] {
  const nothing = { identities: [], attributes: new Map(), firstContactAt: null, sampleKey: 1 }
  const customer = { id, profile: { name: id }, acquisition: 'manual', ...nothing } as const
  return addCustomer(draft(stamp), customer, stamp).row
}
