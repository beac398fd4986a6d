import { z } from 'zod'
import { atPlace } from '../../domain/error/at-place.ts'
import { dropMembership } from '../../domain/kept/drop-membership.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { SegmentRow } from '../../domain/segments/rows.ts'
import { type IfNotExists, ifNotExists } from '../input/if-not-exists.ts'
import { text } from '../input/values.ts'
import { bringEverybodyOn } from '../kept/let-time-go-on.ts'
import { redefine } from '../kept/redefine.ts'
import { freeName, thereAlready } from '../named.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue, storedPredicate } from './catalogue.ts'
import { expectDefinable } from './definable.ts'
import { expectNoneEmptied } from './emptied.ts'
import { forgetHistory } from './history.ts'
import { expectNobodyAsksForHowLong, expectUnreferenced } from './referrers.ts'
import { expectSatisfiable } from './satisfiable.ts'
import { predicateOf } from './stored-predicate.ts'

export interface NewSegmentInput extends IfNotExists {
  readonly name: string
  /** A predicate in JSON form or in text form. */
  readonly where: Predicate | string
  /** Whether members are kept up from now on; without it, not. */
  readonly tracked?: boolean | undefined
}

/** Absent is left as it is. */
export interface SegmentChangesInput {
  readonly name?: string | undefined
  readonly where?: Predicate | string | undefined
  readonly tracked?: boolean | undefined
}

/** A named predicate. Its members are found when asked for; those of a tracked one are kept up as well. */
export interface Segment {
  readonly id: string
  readonly name: string
  readonly where: Predicate
  /** Whether entering and leaving is recorded, with events and history. */
  readonly tracked: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What is given of a segment; predicates are checked when the catalogue is known. */
interface GivenSegment extends IfNotExists {
  readonly name: string
  readonly where?: unknown
  readonly tracked?: boolean | undefined
}

interface GivenChanges extends Omit<GivenSegment, 'name' | 'ifNotExists'> {
  readonly name?: string | undefined
}

const definition = { where: z.unknown().optional(), tracked: z.boolean().optional() }

export const newSegmentInput: z.ZodType<GivenSegment> = z.strictObject({
  name: text(200),
  ...definition,
  ifNotExists,
})

export const segmentChangesInput: z.ZodType<GivenChanges> = z.strictObject({
  name: text(200).optional(),
  ...definition,
})

export async function createSegment(unit: UnitOfWork, given: GivenSegment): Promise<Segment> {
  const { now } = unit.stamp
  const { name, tracked = false } = given
  const predicate = await predicateGiven(unit, given.where)
  const isSame = (row: SegmentRow) =>
    row.predicate === predicate && row.tracked === Number(given.tracked ?? row.tracked)
  const known = await thereAlready(unit, 'segments', given, isSame)
  if (known !== undefined) return segmentOf(known)
  const row: SegmentRow = {
    id: unit.stamp.newId(),
    ...(await freeName(unit, 'segments', name)),
    predicate,
    tracked: tracked ? 1 : 0,
    createdAt: now,
    updatedAt: now,
  }
  const into = unit.draft()
  into.insert('segments', row)
  into.event('segment.created', { segment: row.id })
  if (tracked) await redefine(unit, { kind: 'segment', id: row.id }, () => unit.write(into))
  else await unit.write(into)
  return segmentOf(row)
}

export async function editSegment(
  unit: UnitOfWork,
  before: SegmentRow,
  changes: GivenChanges,
): Promise<Segment> {
  const row = await edited(unit, before, changes)
  const isRedefined = row.predicate !== before.predicate || row.tracked !== before.tracked
  if (row.name === before.name && !isRedefined) return segmentOf(before)
  if (row.tracked < before.tracked) await expectNobodyAsksForHowLong(unit, row.id)
  const into = unit.draft()
  into.put('segments', row)
  into.event('segment.edited', { segment: row.id })
  if (isRedefined) await redefine(unit, { kind: 'segment', id: row.id }, () => unit.write(into))
  else await unit.write(into)
  return segmentOf(row)
}

async function edited(
  unit: UnitOfWork,
  before: SegmentRow,
  { name = before.name, where, tracked = before.tracked === 1 }: GivenChanges,
): Promise<SegmentRow> {
  return {
    ...before,
    ...(await freeName(unit, 'segments', name, before.id)),
    predicate:
      where === undefined ? before.predicate : await predicateGiven(unit, where, before.id),
    tracked: tracked ? 1 : 0,
    updatedAt: unit.stamp.now,
  }
}

export async function deleteSegment(unit: UnitOfWork, { id }: SegmentRow): Promise<void> {
  await expectUnreferenced(unit, 'segment', id)
  await bringEverybodyOn(unit)
  const into = unit.draft()
  for (const member of await unit.tx.find('segmentMembers', 'key', [[id]]))
    dropMembership(into, member, 'definition', unit.stamp)
  into.remove('segments', [id])
  into.event('segment.deleted', { segment: id })
  await unit.write(into)
  await forgetHistory(unit, id)
}

/**
 * A predicate as it is stored. Errors name the place in it behind `where`.
 *
 * @param segment whose definition it is to become, if that is one already
 */
async function predicateGiven(unit: UnitOfWork, where: unknown, segment?: string): Promise<string> {
  const catalogue = await loadCatalogue(unit)
  return atPlace('where', async () => {
    const predicate = predicateOf(where, catalogue)
    if (segment !== undefined) await expectDefinable(unit, segment, predicate)
    expectSatisfiable(predicate, { ...catalogue, now: unit.stamp.now }, where)
    if (segment !== undefined) await expectNoneEmptied(unit, segment, predicate, catalogue)
    return JSON.stringify(predicate)
  })
}

export function segmentOf(row: SegmentRow): Segment {
  return {
    id: row.id,
    name: row.name,
    where: storedPredicate(row.predicate),
    tracked: row.tracked === 1,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }
}
