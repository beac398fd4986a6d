import { isBlacklisted } from '../../customers/standing.ts'
import { hasWhatsApp, type WindowState, windowState } from '../../interactions/window.ts'
import { divideRounded } from '../../money/amount.ts'
import type { ScoreColumn, ScoresRow } from '../../scores/rows.ts'
import { ageOn } from '../../time/local-date.ts'
import { localDate } from '../../time/zone.ts'
import { loyaltyStage } from '../../value/loyalty.ts'
import { compile } from '../compile.ts'
import { compileCondition } from '../compile-condition.ts'
import type { ColumnRef } from '../condition.ts'
import { type CustomerView, loaded } from '../customer-view.ts'
import { columnReader } from '../evaluate/columns.ts'
import { measureEvents } from '../evaluate/events.ts'
import { overdueBalance } from '../evaluate/overdue.ts'
import { eventQuestion } from '../event-question.ts'
import { attributeFieldType, isAttributeFieldName } from '../fields/attribute-field.ts'
import type { Reads, Rule } from '../fields/field.ts'
import type { FieldType } from '../fields/field-types.ts'
import { fields } from '../fields/fields.ts'
import { expectedPurchasesColumns } from '../fields/score-columns.ts'
import type {
  CanReceivePredicate,
  ConsentPredicate,
  EventsPredicate,
  FieldPredicate,
  LeafPredicate,
  SegmentPredicate,
  WindowPredicate,
} from '../predicate.ts'
import type { Moment } from '../resolve/moment.ts'
import { resolveEvents } from '../resolve/resolve-events.ts'
import { optedOutCondition } from '../resolve/rules.ts'

/**
 * What a customer has where a leaf asks: the values of the field, of which there may be none or
 * several; what the measure comes to; when windows close; or whether the customer is a member.
 */
export interface Actual {
  readonly type: FieldType
  /** Text as it was written, minor units, epoch milliseconds, local dates, whole years; none where missing. */
  readonly values: readonly (string | number | boolean)[]
}

/** The customer's own value behind a leaf. */
export function actualOf(leaf: LeafPredicate, view: CustomerView, moment: Moment): Actual {
  if ('field' in leaf) return actualOfField(leaf, view, moment)
  if ('window' in leaf) return { type: 'instant', values: closesOf(leaf, view) }
  if ('canReceive' in leaf) return { type: 'choice', values: [windowStateOf(leaf, view, moment)] }
  if ('consent' in leaf) return actualOfConsent(leaf, view)
  if ('expectedPurchases' in leaf) {
    const column = expectedPurchasesColumns[leaf.expectedPurchases.days]
    const stored = present(loaded(view, 'scores').map((scores) => scores[column]))
    return { type: 'number', values: stored.map((thousandths) => thousandths / 1_000) }
  }
  if ('segment' in leaf) return actualOfMembership(leaf, view, moment)
  if (isOfEvents(leaf)) return actualOfEvents(leaf, view, moment)
  const { now, timeZone } = moment
  return { type: 'flag', values: [compile(leaf, timeZone)(view, now)] }
}

function isOfEvents(leaf: LeafPredicate): leaf is EventsPredicate {
  return 'measure' in leaf
}

/** What was decided on the channel, or on each. */
function actualOfConsent(
  { consent: purpose, channel }: ConsentPredicate,
  view: CustomerView,
): Actual {
  const decided = loaded(view, 'consents').filter(
    (row) => row.purpose === purpose && (channel === undefined || row.channel === channel),
  )
  return { type: 'choice', values: [...new Set(decided.map(({ decision }) => decision))] }
}

/** Since when the customer belongs, who must belong now. */
function actualOfMembership(
  { segment }: SegmentPredicate,
  view: CustomerView,
  { now, timeZone, segments = [] }: Moment,
): Actual {
  const belongs = compile({ segment }, timeZone, segments)(view, now)
  const since = loaded(view, 'memberships').filter(({ segmentId }) => segmentId === segment)
  return { type: 'instant', values: belongs ? since.map((row) => row.since) : [] }
}

/** What may be sent to the customer. */
function windowStateOf(
  leaf: CanReceivePredicate,
  view: CustomerView,
  { now }: Moment,
): WindowState {
  const named = leaf.canReceive === 'freeForm' ? leaf.businessNumber : undefined
  const closesAt =
    named === undefined
      ? view.facts.windowClosesAt
      : (loaded(view, 'windows').find(({ businessNumber }) => businessNumber === named)?.closesAt ??
        null)
  return windowState(view.customer, hasWhatsApp(loaded(view, 'identities')), closesAt, now)
}

/** When the windows close that a leaf asks about. */
function closesOf({ window, is }: WindowPredicate, view: CustomerView): readonly number[] {
  const { businessNumber } = window
  // The facts hold the latest close of all windows.
  if (is === 'open' && businessNumber === undefined) return present([view.facts.windowClosesAt])
  return loaded(view, 'windows')
    .filter((each) => businessNumber === undefined || each.businessNumber === businessNumber)
    .map(({ closesAt }) => closesAt)
}

function actualOfEvents(leaf: EventsPredicate, view: CustomerView, moment: Moment): Actual {
  const figure = measureEvents(resolveEvents(leaf, moment))(view)
  return { type: eventQuestion(leaf).type, values: present([figure]) }
}

function actualOfField(leaf: FieldPredicate, view: CustomerView, moment: Moment): Actual {
  const { field } = leaf
  if (isAttributeFieldName(field)) {
    const rows = loaded(view, 'attributes').filter((row) => row.field === field)
    const values = present(rows.map(({ text, number }) => text ?? number))
    const type = attributeFieldType(field, moment.attributes ?? []) ?? typeAsAsked(leaf, values)
    return { type, values: type === 'flag' ? values.map((value) => value === 1) : values }
  }
  const { type, reads } = fields[field]
  return { type, values: present(valuesOf(reads, view, moment)) }
}

/** The type of an attribute of which no declaration is at hand. */
function typeAsAsked(leaf: FieldPredicate, values: readonly (string | number)[]): Actual['type'] {
  if ('value' in leaf && typeof leaf.value === 'boolean') return 'flag'
  return values.some((value) => typeof value === 'string') ? 'text' : 'number'
}

type Value = string | number | boolean | null

function valuesOf(reads: Reads, view: CustomerView, moment: Moment): readonly Value[] {
  const read = (column: ColumnRef): string | number | null => columnReader(column).read(view)
  switch (reads.from) {
    case 'column':
      return [read(reads.column)]
    case 'folded':
      return [read(reads.written)]
    case 'identity':
      return (
        loaded(view, 'identities')
          .filter(({ kind }) => kind === reads.kind)
          // Of what people write in many ways, the way that is compared.
          .map(({ given, value }) => (reads.kind === 'phone' ? value : given))
      )
    case 'attribute':
      return loaded(view, 'attributes')
        .filter((row) => row.field === reads.field)
        .map(({ text }) => text)
    case 'score':
      return loaded(view, 'scores').map((scores) => shownScore(reads.column, scores))
    case 'average':
      return [averageOf(read(reads.total), read(reads.count))]
    case 'rule':
      return [valueOfRule(reads.rule, view, moment)]
  }
}

/** A probability as a share, as predicates say it. */
function shownScore(column: ScoreColumn, scores: ScoresRow): Value {
  const stored = scores[column]
  return column === 'probabilityAlive' && typeof stored === 'number' ? stored / 1_000_000 : stored
}

/** The average rounded to a minor unit, for people to read; comparisons are exact. */
function averageOf(total: string | number | null, count: string | number | null): number | null {
  return typeof total === 'number' && typeof count === 'number' && count > 0
    ? Number(divideRounded(BigInt(total), BigInt(count)))
    : null
}

function valueOfRule(rule: Rule, view: CustomerView, { now, timeZone }: Moment): Value {
  const { customer, facts } = view
  switch (rule) {
    case 'age':
      return customer.birthDate === null
        ? null
        : ageOn(customer.birthDate, localDate(now, timeZone))
    case 'birthday':
      return customer.birthDate
    case 'firstPurchaseAnniversary':
      return facts.firstPurchaseAt === null ? null : localDate(facts.firstPurchaseAt, timeZone)
    case 'overdueBalance':
      return overdueBalance(view, now)
    case 'emailBounced':
      return loaded(view, 'identities').some(
        ({ kind, bouncedAt }) => kind === 'email' && bouncedAt !== null,
      )
    case 'loyalty':
      return loyaltyStage(facts, now)
    case 'productive':
      return facts.paidOrders > 0
    case 'archived':
      return customer.archivedAt !== null
    case 'blacklisted':
      return isBlacklisted(customer, now)
    case 'optedOut':
      return compileCondition(optedOutCondition())(view)
  }
}

function present<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null)
}
