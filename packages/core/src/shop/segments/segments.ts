import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { describe } from '../../domain/segments/describe.ts'
import { type Page, pageOf } from '../customers/list.ts'
import type { CustomerListRow } from '../customers/list-row.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type PageInput, pageInput } from '../input/customer.ts'
import { named } from '../named.ts'
import type { Runner } from '../runner.ts'
import { loadCatalogue } from './catalogue.ts'
import {
  createSegment,
  deleteSegment,
  editSegment,
  type NewSegmentInput,
  newSegmentInput,
  type Segment,
  type SegmentChangesInput,
  segmentChangesInput,
  segmentOf,
} from './define.ts'
import {
  explainMembership,
  type MembershipExplanation,
  type SentenceOptions,
  sentenceOptions,
} from './explain-membership.ts'
import {
  historyOf,
  type SegmentHistoryInput,
  type SegmentHistoryPage,
  type SegmentSize,
  type SegmentSizesInput,
  segmentHistoryInput,
  segmentSizesInput,
  sizesOf,
} from './history.ts'
import { listSegments, type SegmentWithCount } from './list-segments.ts'
import { type MembershipChanges, membershipChanges } from './membership-changes.ts'
import { predicateFor, type SegmentOrPredicate } from './predicate-for.ts'
import { conditionAt } from './stored-predicate.ts'

export interface Segments {
  /**
   * Those who belong to a tracked segment now are its first members, since now.
   *
   * @throws LanggananError `PREDICATE_INVALID` with the place and what was expected;
   * `PREDICATE_MATCHES_NOBODY` where it is certain that nobody can ever belong; `NAME_TAKEN`
   */
  create(input: NewSegmentInput): Promise<Segment>
  /**
   * Whoever belongs by another meaning, or to a segment that begins to be tracked, enters now; others
   * leave now. A segment that is tracked no longer loses its members, and keeps its history.
   *
   * @throws LanggananError `PREDICATE_INVALID` also where segments would refer to each other in a
   * circle; `PREDICATE_MATCHES_NOBODY` also where something that refers to the segment could match
   * nobody then; `STILL_REFERENCED` where one that another asks `for` how long is to be tracked no longer
   */
  edit(segment: string, changes: SegmentChangesInput): Promise<Segment>
  /**
   * Its members leave, its history goes with it.
   *
   * @throws LanggananError `STILL_REFERENCED` while another segment, a rule or a view refers to it
   */
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
  /** Who entered a tracked segment and left it, when and why, oldest first; nothing from before it was tracked. */
  history(segment: string, page?: SegmentHistoryInput): Promise<SegmentHistoryPage>
  /**
   * How many members a tracked segment had, at the end of each day, week or month and at last;
   * nothing from before it was tracked.
   */
  sizes(segment: string, range: SegmentSizesInput): Promise<readonly SegmentSize[]>
  /**
   * What would change whether a customer belongs: of the things that the shop can do or see now, the
   * least of each kind that would, tried out on the customer, tags given by rule included.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  whatWouldChange(
    segment: SegmentOrPredicate,
    customer: string,
    options?: SentenceOptions,
  ): Promise<MembershipChanges>
  /** A sentence for people: English, or Indonesian. */
  describe(segment: SegmentOrPredicate, options?: SentenceOptions): Promise<string>
  /** What predicates of this shop may speak of now: for `parse`, `print` and `check`. */
  catalogue(): Promise<Catalogue>
}

export function segmentsOf({ read, alone }: Runner): Segments {
  return {
    async create(input) {
      const given = checked(newSegmentInput, input)
      return alone((unit) => createSegment(unit, given))
    },
    async edit(segment, input) {
      const given = referenceGiven('segment', segment)
      const changes = checked(segmentChangesInput, input)
      return alone(async (unit) => editSegment(unit, await named(unit, 'segments', given), changes))
    },
    async delete(segment) {
      const given = referenceGiven('segment', segment)
      return alone(async (unit) => deleteSegment(unit, await named(unit, 'segments', given)))
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
    async history(segment, page = {}) {
      const given = referenceGiven('segment', segment)
      const input = checked(segmentHistoryInput, page)
      return read(async (unit) => {
        const { id } = await named(unit, 'segments', given)
        return historyOf(unit, id, input)
      })
    },
    async sizes(segment, range) {
      const given = referenceGiven('segment', segment)
      const input = checked(segmentSizesInput, range)
      return read(async (unit) => {
        const { id } = await named(unit, 'segments', given)
        return sizesOf(unit, id, input)
      })
    },
    async whatWouldChange(segment, customer, options = {}) {
      const given = referenceGiven('customer', customer)
      const { locale = 'en' } = checked(sentenceOptions, options)
      return read(async (unit) =>
        membershipChanges(unit, await predicateFor(unit, segment), given, locale),
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
