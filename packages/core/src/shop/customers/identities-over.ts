import type { IdentityEnd, IdentityKind } from '../../domain/customers/rows.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** One way by which a customer is or was known, and when. */
export interface CustomerIdentity {
  readonly kind: IdentityKind
  /** Normalised: E.164 for phones, lower case for e-mail. */
  readonly value: string
  readonly validFrom: Date
  /** From then on the customer was not known by it; null while it is the customer's. */
  readonly validUntil: Date | null
  /** Why it ended; null while it is the customer's. */
  readonly end: IdentityEnd | null
}

/** Every identity that a customer has or had, in the order in which they began. */
export async function identitiesOver(
  { tx }: UnitOfWork,
  id: string,
): Promise<readonly CustomerIdentity[]> {
  const current = await tx.find('identities', 'byCustomer', [[id]])
  const past = await tx.find('pastIdentities', 'byCustomer', [[id]])
  const all = [
    ...past.map(({ endedAt, reason, ...row }) => ({ ...row, endedAt, reason })),
    ...current.map((row) => ({ ...row, endedAt: null, reason: null })),
  ]
  return all
    .flatMap(({ kind, value, addedAt, endedAt, reason: end }): CustomerIdentity[] => {
      const validUntil = endedAt === null ? null : new Date(endedAt)
      return kind === 'number'
        ? []
        : [{ kind, value, validFrom: new Date(addedAt), validUntil, end }]
    })
    .sort(inOrder)
}

function inOrder(a: CustomerIdentity, b: CustomerIdentity): number {
  return (
    a.validFrom.getTime() - b.validFrom.getTime() ||
    compareCodePoints(a.kind, b.kind) ||
    compareCodePoints(a.value, b.value) ||
    (a.validUntil?.getTime() ?? Number.POSITIVE_INFINITY) -
      (b.validUntil?.getTime() ?? Number.POSITIVE_INFINITY)
  )
}
