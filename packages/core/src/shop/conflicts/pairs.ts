import type { IdentityConflictRow } from '../../domain/customers/rows.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import { expectCustomers } from '../customers/load-customers.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Keeps that these customers may be one, each two of them once. */
export async function recordConflicts(
  unit: UnitOfWork,
  customers: readonly string[],
): Promise<readonly IdentityConflictRow[]> {
  const pairs = await knownPairs(unit, customers)
  const fresh = pairs.flatMap(({ before, ...pair }): IdentityConflictRow[] =>
    before === undefined ? [{ ...pair, foundAt: unit.stamp.now, dismissedAt: null }] : [],
  )
  if (fresh.length > 0) {
    const into = unit.draft()
    into.insert('identityConflicts', ...fresh)
    for (const { customerId, otherId: other } of fresh)
      into.event('conflict.found', { other }, { customerId })
    await unit.write(into)
  }
  return pairs.flatMap(({ before }) => before ?? []).concat(fresh)
}

/** Keeps that a person has said that no two of these are one. */
export async function dismissConflicts(
  unit: UnitOfWork,
  customers: readonly string[],
): Promise<readonly IdentityConflictRow[]> {
  const pairs = await knownPairs(unit, customers)
  const now = unit.stamp.now
  const into = unit.draft()
  const rows = pairs.map(({ before, ...pair }): IdentityConflictRow => {
    if (before !== undefined && before.dismissedAt !== null) return before
    const row = { ...pair, foundAt: before?.foundAt ?? now, dismissedAt: now }
    if (before === undefined) into.insert('identityConflicts', row)
    else into.put('identityConflicts', row)
    into.event('conflict.dismissed', { other: row.otherId }, { customerId: row.customerId })
    return row
  })
  await unit.write(into)
  return rows
}

interface Pair {
  readonly customerId: string
  readonly otherId: string
  readonly before: IdentityConflictRow | undefined
}

/** Each two of these customers, who are held, and what is known of them. @throws LanggananError `CUSTOMER_NOT_FOUND` */
async function knownPairs(
  unit: UnitOfWork,
  customers: readonly string[],
): Promise<readonly Pair[]> {
  const ids = [...new Set(customers)].sort(compareCodePoints)
  await unit.lock(ids)
  await expectCustomers(unit, customers)
  const pairs = ids.flatMap((customerId, i) =>
    ids.slice(i + 1).map((otherId) => ({ customerId, otherId })),
  )
  const rows = await unit.tx.get(
    'identityConflicts',
    pairs.map(({ customerId, otherId }) => [customerId, otherId] as const),
  )
  const known = new Map(rows.map((row) => [`${row.customerId} ${row.otherId}`, row]))
  return pairs.map((pair) => ({ ...pair, before: known.get(`${pair.customerId} ${pair.otherId}`) }))
}
