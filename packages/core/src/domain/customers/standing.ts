import type { Draft, Stamp } from '../change/draft.ts'
import type { CustomerRow } from './rows.ts'

/** Whether a customer may be sold or written to: archived or blacklisted ones stay in the books only. */
export function isBlacklisted(
  { blacklistedAt, blacklistedUntil }: CustomerRow,
  now: number,
): boolean {
  return blacklistedAt !== null && (blacklistedUntil === null || now < blacklistedUntil)
}

/** Archiving an archived customer changes nothing. */
export function archiveCustomer(into: Draft, row: CustomerRow, stamp: Stamp): CustomerRow {
  if (row.archivedAt !== null) return row
  return written(into, { ...row, archivedAt: stamp.now }, 'customer.archived')
}

export function restoreCustomer(into: Draft, row: CustomerRow): CustomerRow {
  if (row.archivedAt === null) return row
  return written(into, { ...row, archivedAt: null }, 'customer.restored')
}

/** A further blacklisting replaces the one before; with the reason and end of one in force it changes nothing. */
export function blacklistCustomer(
  into: Draft,
  row: CustomerRow,
  { reason, until }: { reason: string; until: number | null },
  stamp: Stamp,
): CustomerRow {
  const isKnown = row.blacklistReason === reason && row.blacklistedUntil === until
  if (isKnown && isBlacklisted(row, stamp.now)) return row
  const blacklisted = {
    ...row,
    blacklistedAt: stamp.now,
    blacklistedUntil: until,
    blacklistReason: reason,
    blacklistedBy: stamp.actor,
  }
  return written(into, blacklisted, 'customer.blacklisted')
}

/** Where no blacklisting is in force this changes nothing: the record of one that ended stays. */
export function unblacklistCustomer(into: Draft, row: CustomerRow, stamp: Stamp): CustomerRow {
  if (!isBlacklisted(row, stamp.now)) return row
  const cleared = {
    ...row,
    blacklistedAt: null,
    blacklistedUntil: null,
    blacklistReason: null,
    blacklistedBy: null,
  }
  return written(into, cleared, 'customer.unblacklisted')
}

function written(
  into: Draft,
  row: CustomerRow,
  event:
    | 'customer.archived'
    | 'customer.restored'
    | 'customer.blacklisted'
    | 'customer.unblacklisted',
): CustomerRow {
  into.put('customers', row)
  into.event(event, {}, { customerId: row.id })
  into.touch(row.id, 'profile')
  return row
}
