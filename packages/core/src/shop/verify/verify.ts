import type { UnitOfWork } from '../unit-of-work.ts'
import { type Finding, findings } from './findings.ts'
import { verifyDerived } from './verify-derived.ts'
import { verifyLedger } from './verify-ledger.ts'
import { verifyOwners } from './verify-owners.ts'

/** What looking a shop through came to. */
export interface Verification {
  /** Whether nothing was found. */
  readonly sound: boolean
  readonly findings: readonly Finding[]
}

/**
 * Looks all rows through and writes nothing. What rests on a wrong row may be named with it: a member
 * is judged by the facts that are stored.
 */
export async function verify(unit: UnitOfWork): Promise<Verification> {
  const found = findings()
  await verifyDerived(unit, found)
  await verifyLedger(unit, found)
  await verifyOwners(unit, found)
  const list = found.list()
  return { sound: list.length === 0, findings: list }
}
