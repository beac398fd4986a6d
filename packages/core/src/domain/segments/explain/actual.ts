import { isBlacklisted } from '../../customers/standing.ts'
import { divideRounded } from '../../money/amount.ts'
import { ageOn } from '../../time/local-date.ts'
import { localDate } from '../../time/zone.ts'
import { loyaltyStage } from '../../value/loyalty.ts'
import { compile } from '../compile.ts'
import type { ColumnRef } from '../condition.ts'
import { type CustomerView, loaded } from '../customer-view.ts'
import { columnReader } from '../evaluate/columns.ts'
import { measureEvents } from '../evaluate/events.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import { eventLists } from '../fields/event-lists.ts'
import type { Reads, Rule } from '../fields/field.ts'
import type { FieldType } from '../fields/field-types.ts'
import { fields } from '../fields/fields.ts'
import type {
  EventsPredicate,
  FieldPredicate,
  LeafPredicate,
  WindowPredicate,
} from '../predicate.ts'
import type { Moment } from '../resolve/moment.ts'
import { resolveEvents } from '../resolve/resolve-events.ts'

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
  if ('group' in leaf || 'tag' in leaf || 'sample' in leaf) {
    const isMember = compile(leaf, moment.timeZone)(view, moment.now)
    return { type: 'flag', values: [isMember] }
  }
  return actualOfEvents(leaf, view, moment)
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
  return { type: typeOfMeasure(leaf), values: present([figure]) }
}

function typeOfMeasure(leaf: EventsPredicate): FieldType {
  if ('purchases' in leaf) return eventLists.purchases.measures[leaf.measure]
  if ('payments' in leaf) return eventLists.payments.measures[leaf.measure]
  return eventLists.interactions.measures[leaf.measure]
}

function actualOfField({ field }: FieldPredicate, view: CustomerView, moment: Moment): Actual {
  if (isAttributeFieldName(field)) {
    const rows = loaded(view, 'attributes').filter((row) => row.field === field)
    const texts = rows.map(({ text }) => text)
    const isText = texts.some((text) => text !== null)
    return isText
      ? { type: 'text', values: present(texts) }
      : { type: 'number', values: present(rows.map(({ number }) => number)) }
  }
  const { type, reads } = fields[field]
  return { type, values: present(valuesOf(reads, view, moment)) }
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
      return loaded(view, 'identities')
        .filter(({ kind }) => kind === reads.kind)
        .map(({ given }) => given)
    case 'attribute':
      return loaded(view, 'attributes')
        .filter((row) => row.field === reads.field)
        .map(({ text }) => text)
    case 'average':
      return [averageOf(read(reads.total), read(reads.count))]
    case 'rule':
      return [valueOfRule(reads.rule, view, moment)]
  }
}

/** The average rounded to a minor unit, for people to read; comparisons are exact. */
function averageOf(total: string | number | null, count: string | number | null): number | null {
  return typeof total === 'number' && typeof count === 'number' && count > 0
    ? Number(divideRounded(BigInt(total), BigInt(count)))
    : null
}

function valueOfRule(
  rule: Rule,
  { customer, facts }: CustomerView,
  { now, timeZone }: Moment,
): Value {
  switch (rule) {
    case 'age':
      return customer.birthDate === null
        ? null
        : ageOn(customer.birthDate, localDate(now, timeZone))
    case 'birthday':
      return customer.birthDate
    case 'loyalty':
      return loyaltyStage(facts, now)
    case 'productive':
      return facts.paidOrders > 0
    case 'archived':
      return customer.archivedAt !== null
    case 'blacklisted':
      return isBlacklisted(customer, now)
  }
}

function present<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null)
}
