import { z } from 'zod'
import { atPlace } from '../../domain/error/at-place.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { describe } from '../../domain/segments/describe.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { SegmentRow } from '../../domain/segments/rows.ts'
import { type CustomerListRow, type Page, pageOf } from '../customers/list.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type PageInput, pageInput } from '../input/customer.ts'
import { text } from '../input/values.ts'
import { freeName, named } from '../named.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue, storedPredicate } from './catalogue.ts'
import { expectDefinable } from './definable.ts'
import {
  explainMembership,
  type MembershipExplanation,
  type SentenceOptions,
  sentenceOptions,
} from './explain-membership.ts'
import { predicateFor, type SegmentOrPredicate } from './predicate-for.ts'
import { expectUnreferenced } from './referrers.ts'
import { conditionAt, predicateOf, storedCondition } from './stored-predicate.ts'

/** A named predicate. Its members are found when asked for. */
export interface Segment {
  readonly id: string
  readonly name: string
  readonly where: Predicate
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface SegmentWithCount extends Segment {
  readonly members: number
}

export interface Segments {
  /**
   * `where` is a predicate in JSON form or in text form.
   *
   * @throws LanggananError `PREDICATE_INVALID` with the place and what was expected; `NAME_TAKEN`
   */
  create(input: { readonly name: string; readonly where: Predicate | string }): Promise<Segment>
  /** @throws LanggananError `PREDICATE_INVALID` also where segments would refer to each other in a circle */
  edit(
    segment: string,
    changes: { readonly name?: string; readonly where?: Predicate | string },
  ): Promise<Segment>
  /** @throws LanggananError `STILL_REFERENCED` while another segment or a rule refers to it */
  delete(segment: string): Promise<void>
  get(segment: string): Promise<Segment>
  /** By name, with how many belong to each now. */
  list(): Promise<readonly SegmentWithCount[]>
  /** How many belong now. */
  count(segment: SegmentOrPredicate): Promise<number>
  /** Who belongs now: by id, or sorted as asked. */
  members(segment: SegmentOrPredicate, page?: PageInput): Promise<Page<CustomerListRow>>
  /**
   * Why a customer belongs now or does not, what decides, and when time alone will change that.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  explain(
    segment: SegmentOrPredicate,
    customer: string,
    options?: SentenceOptions,
  ): Promise<MembershipExplanation>
  /** A sentence for people: English, or Indonesian. */
  describe(segment: SegmentOrPredicate, options?: SentenceOptions): Promise<string>
  /** What predicates of this shop may speak of now: for `parse`, `print` and `check`. */
  catalogue(): Promise<Catalogue>
}

const newSegmentInput = z.strictObject({ name: text(200), where: z.unknown().optional() })
const segmentChangesInput = z.strictObject({
  name: text(200).optional(),
  where: z.unknown().optional(),
})

export function segmentsOf({ read, write }: Runner): Segments {
  return {
    async create(input) {
      const { name, where } = checked(newSegmentInput, input)
      return write(async (unit) => {
        const { now } = unit.stamp
        const row: SegmentRow = {
          id: unit.stamp.newId(),
          ...(await freeName(unit, 'segments', name)),
          predicate: await predicateGiven(unit, where),
          tracked: 0,
          createdAt: now,
          updatedAt: now,
        }
        const into = unit.draft()
        into.insert('segments', row)
        into.event('segment.created', { segment: row.id })
        await unit.write(into)
        return segmentOf(row)
      })
    },
    async edit(segment, input) {
      const given = referenceGiven('segment', segment)
      const { name, where } = checked(segmentChangesInput, input)
      return write(async (unit) => {
        const before = await named(unit, 'segments', given)
        const row: SegmentRow = {
          ...before,
          ...(await freeName(unit, 'segments', name ?? before.name, before.id)),
          predicate:
            where === undefined ? before.predicate : await predicateGiven(unit, where, before.id),
          updatedAt: unit.stamp.now,
        }
        if (row.name === before.name && row.predicate === before.predicate) return segmentOf(before)
        const into = unit.draft()
        into.put('segments', row)
        into.event('segment.edited', { segment: row.id })
        await unit.write(into)
        return segmentOf(row)
      })
    },
    async delete(segment) {
      const given = referenceGiven('segment', segment)
      return write(async (unit) => {
        const { id } = await named(unit, 'segments', given)
        await expectUnreferenced(unit, 'segment', id)
        const into = unit.draft()
        for (const { customerId } of await unit.tx.find('segmentMembers', 'key', [[id]]))
          into.remove('segmentMembers', [id, customerId])
        into.remove('segments', [id])
        into.event('segment.deleted', { segment: id })
        await unit.write(into)
      })
    },
    async get(segment) {
      const given = referenceGiven('segment', segment)
      return read(async (unit) => segmentOf(await named(unit, 'segments', given)))
    },
    list: () => read(listSegments),
    count: (segment) =>
      read(async (unit) =>
        unit.tx.count(await conditionAt(unit, await predicateFor(unit, segment))),
      ),
    async members(segment, page = {}) {
      const { sort: by, direction, limit = 50, after } = checked(pageInput, page)
      return read(async (unit) =>
        pageOf(unit, await conditionAt(unit, await predicateFor(unit, segment)), {
          by,
          direction,
          limit,
          after,
        }),
      )
    },
    async explain(segment, customer, options = {}) {
      const given = referenceGiven('customer', customer)
      const { locale = 'en' } = checked(sentenceOptions, options)
      return read(async (unit) =>
        explainMembership(unit, await predicateFor(unit, segment), given, locale),
      )
    },
    async describe(segment, options = {}) {
      const { locale = 'en' } = checked(sentenceOptions, options)
      return read(async (unit) =>
        describe(await predicateFor(unit, segment), await loadCatalogue(unit), locale),
      )
    },
    catalogue: () => read(loadCatalogue),
  }
}

/** All saved segments by name, each counted now. */
export async function listSegments(unit: UnitOfWork): Promise<SegmentWithCount[]> {
  const listed: SegmentWithCount[] = []
  for (const row of [...(await scanAll(unit.tx, 'segments'))].sort(byName)) {
    listed.push({
      ...segmentOf(row),
      members: await unit.tx.count(await storedCondition(unit, row.predicate)),
    })
  }
  return listed
}

/**
 * A predicate as it is stored. Errors name the place in it behind `where`.
 *
 * @param segment whose definition it is to become, if that is one already
 */
async function predicateGiven(unit: UnitOfWork, where: unknown, segment?: string): Promise<string> {
  const catalogue = await loadCatalogue(unit)
  return atPlace('where', () => {
    const predicate = predicateOf(where, catalogue)
    if (segment !== undefined) expectDefinable(segment, predicate, catalogue)
    return JSON.stringify(predicate)
  })
}

function segmentOf(row: SegmentRow): Segment {
  return {
    id: row.id,
    name: row.name,
    where: storedPredicate(row.predicate),
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }
}
