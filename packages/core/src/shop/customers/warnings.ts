import { isBlacklisted } from '../../domain/customers/standing.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Something that a person should think over; the call itself was done. */
export interface Warning {
  readonly code: 'CUSTOMER_BLACKLISTED'
  readonly message: string
}

/** What is to be thought over about these customers, by their ids; nobody else is in the map. */
export async function warningsAbout(
  { tx, stamp }: UnitOfWork,
  customerIds: readonly string[],
  before: 'deliver' | 'answer',
): Promise<ReadonlyMap<string, readonly Warning[]>> {
  const unique = [...new Set(customerIds)]
  const rows = await tx.get(
    'customers',
    unique.map((id) => [id] as const),
  )
  const blacklisted = rows.filter((row) => isBlacklisted(row, stamp.now))
  const warning: Warning = {
    code: 'CUSTOMER_BLACKLISTED',
    message: `This customer is blacklisted. See the reason on the profile before you ${before}.`,
  }
  return new Map(blacklisted.map(({ id }) => [id, [warning]]))
}
