import type { Draft } from '../change/draft.ts'
import { compareCodePoints } from '../text/code-point-order.ts'
import type { FactsRow } from '../value/rows.ts'
import { changedFields, editProfile } from './edit-profile.ts'
import type { ProfileChanges } from './profile.ts'
import type { CustomerRow } from './rows.ts'

/** The greatest instant there is: when a name is told that only stands for one. */
export const neverTold = 8_640_000_000_000_000

/** What a platform told of a customer. */
export interface ToldProfile {
  readonly name: ToldName | undefined
  readonly source: ToldSource | undefined
}

export interface ToldName {
  readonly name: string
  /** {@link neverTold} for what only stands for a name. */
  readonly toldAt: number
}

export interface ToldSource {
  readonly source: string | null
  readonly campaign: string | null
  readonly adClickId: string | null
  readonly toldAt: number
}

/**
 * Takes what a platform told into the profile where it was told first: it takes the place of what was told
 * for a later instant, or stands for a name, and never of what the shop gave. So any order of telling comes
 * to the same.
 */
export function learnProfile(
  into: Draft,
  known: { readonly row: CustomerRow; readonly facts: FactsRow },
  { name, source }: ToldProfile,
): CustomerRow {
  const { row } = known
  return changeProfile(into, known, {
    ...(name !== undefined && isEarlierName(name, row)
      ? { name: name.name, nameToldAt: name.toldAt }
      : {}),
    ...(source !== undefined && isEarlierSource(source, row) ? sourceColumns(source) : {}),
  })
}

/** Calls a customer by the name that the shop gives. */
export function nameCustomer(
  into: Draft,
  known: { readonly row: CustomerRow; readonly facts: FactsRow },
  name: string,
): CustomerRow {
  return changeProfile(into, known, { name, nameToldAt: null })
}

function changeProfile(
  into: Draft,
  known: { readonly row: CustomerRow; readonly facts: FactsRow },
  changes: ProfileChanges,
): CustomerRow {
  const { row } = known
  const edited = editProfile(into, known, changes)
  const fields = changedFields(row, edited)
  if (fields.length > 0) into.event('customer.edited', { fields }, { customerId: row.id })
  return edited
}

/** Of names told for one instant the one that sorts first; what stands for a name by what is known last. */
function isEarlierName({ name, toldAt }: ToldName, row: CustomerRow): boolean {
  if (row.nameToldAt === null) return false
  if (toldAt !== row.nameToldAt) return toldAt < row.nameToldAt
  return toldAt === neverTold ? name !== row.name : compareCodePoints(name, row.name) < 0
}

function isEarlierSource(told: ToldSource, row: CustomerRow): boolean {
  if (row.acquisition !== 'inbound') return false
  if (row.sourceToldAt === null) return (row.source ?? row.campaign ?? row.adClickId) === null
  if (told.toldAt !== row.sourceToldAt) return told.toldAt < row.sourceToldAt
  return compareCodePoints(keyOf(told), keyOf(row)) < 0
}

function keyOf({ source, campaign, adClickId }: Omit<ToldSource, 'toldAt'>): string {
  return JSON.stringify([source, campaign, adClickId])
}

function sourceColumns({ source, campaign, adClickId, toldAt }: ToldSource): ProfileChanges {
  return { source, campaign, adClickId, sourceToldAt: toldAt }
}
