import { day } from '../../time/period.ts'
import { whenBackReaches, whenForwardReaches } from '../../time/step-inverse.ts'
import { type CustomerView, loaded } from '../customer-view.ts'
import { columnReader } from '../evaluate/columns.ts'
import { eventsAskedAbout } from '../evaluate/events.ts'
import { eventQuestion } from '../event-question.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import type { Rule } from '../fields/field.ts'
import { fields } from '../fields/fields.ts'
import { leavesThroughSegments } from '../leaves.ts'
import type {
  CanReceivePredicate,
  EventsPredicate,
  FieldPredicate,
  LeafPredicate,
  Predicate,
  SegmentPredicate,
  WindowPredicate,
} from '../predicate.ts'
import { isPeriod } from '../resolve/checked.ts'
import { periodIn } from '../resolve/periods.ts'
import { type Span, turnsOfAge, turnsOfBirthday } from './turns-of-birth.ts'
import { turnsOfComparison, turnsOfPeriod } from './turns-of-time.ts'

/**
 * Instants between which a predicate's answer about a customer cannot change if nothing but time goes
 * on. Every instant of the span at which it does change is among them; in no order, some twice, some
 * outside the span.
 */
export function turningPoints(
  predicate: Predicate,
  view: CustomerView,
  span: Span,
): readonly number[] {
  return leavesThroughSegments(predicate, span.segments ?? []).flatMap((leaf) =>
    turnsOfLeaf(leaf, view, span),
  )
}

/** The same of one leaf; what a segment that it names means has turns of its own. */
export function turnsOfLeaf(
  leaf: LeafPredicate,
  view: CustomerView,
  span: Span,
): readonly number[] {
  if ('field' in leaf) return turnsOfField(leaf, view, span)
  if ('window' in leaf) return turnsOfWindow(leaf, view, span)
  if ('canReceive' in leaf) return turnsOfCanReceive(leaf, view)
  if ('hadLabel' in leaf) return [day(leaf.at, span.timeZone).to]
  if ('segment' in leaf) return turnsOfMembership(leaf, view, span)
  return 'measure' in leaf ? turnsOfEvents(leaf, view, span) : []
}

function turnsOfField(
  predicate: FieldPredicate,
  view: CustomerView,
  span: Span,
): readonly number[] {
  // Attributes hold no instants.
  if (isAttributeFieldName(predicate.field)) return []
  const { type, reads } = fields[predicate.field]
  if (reads.from === 'rule') return turnsOfRule(reads.rule, predicate, view, span)
  if (type !== 'instant' || reads.from !== 'column') return []
  const at = columnReader(reads.column).read(view)
  return typeof at === 'number' ? turnsOfTest(at, predicate, span) : []
}

/** When a test of a time may turn out otherwise. */
function turnsOfTest(
  at: number,
  test: FieldPredicate | EventsPredicate,
  { timeZone }: Span,
): readonly number[] {
  if (test.is === 'missing' || test.is === 'between') return []
  if (test.is === 'in') return isPeriod(test.value) ? turnsOfPeriod(at, test.value, timeZone) : []
  return turnsOfComparison(at, test.value, timeZone)
}

function turnsOfRule(
  rule: Rule,
  test: FieldPredicate,
  view: CustomerView,
  span: Span,
): readonly number[] {
  const { customer, facts } = view
  switch (rule) {
    case 'age':
      return customer.birthDate === null ? [] : turnsOfAge(customer.birthDate, span)
    case 'birthday':
      return turnsOfDay(facts.birthdayKey, test, span)
    case 'firstPurchaseAnniversary':
      // The day of the first purchase is among them, from which on it counts.
      return turnsOfDay(facts.firstPurchaseKey, test, span)
    case 'overdueBalance':
      return present(loaded(view, 'invoices').map(({ overdueAt }) => overdueAt))
    case 'loyalty':
      return present([facts.slippingAt, facts.lapsedAt])
    case 'blacklisted':
      return present([customer.blacklistedUntil])
    case 'productive':
    case 'emailBounced':
    case 'archived':
    case 'optedOut':
      return []
  }
}

function turnsOfDay(key: number | null, test: FieldPredicate, span: Span): readonly number[] {
  return key !== null && test.is === 'in' && isPeriod(test.value)
    ? turnsOfBirthday(key, test.value, span)
    : []
}

function turnsOfCanReceive(predicate: CanReceivePredicate, view: CustomerView): readonly number[] {
  const until = present([view.customer.blacklistedUntil])
  if (predicate.canReceive === 'template') return until
  return predicate.businessNumber === undefined
    ? [...until, ...present([view.facts.windowClosesAt])]
    : [...until, ...loaded(view, 'windows').map(({ closesAt }) => closesAt)]
}

function turnsOfWindow(
  predicate: WindowPredicate,
  view: CustomerView,
  { timeZone }: Span,
): readonly number[] {
  const { businessNumber } = predicate.window
  // The facts hold the latest close of all windows.
  if (predicate.is === 'open' && businessNumber === undefined)
    return present([view.facts.windowClosesAt])
  return loaded(view, 'windows').flatMap(({ closesAt }) =>
    predicate.is === 'open'
      ? [closesAt]
      : [whenForwardReaches(closesAt, predicate.value, timeZone), closesAt],
  )
}

/** When the customer will have belonged long enough; the definition has its own turns. */
function turnsOfMembership(
  { segment, for: length }: SegmentPredicate,
  view: CustomerView,
  { timeZone }: Span,
): readonly number[] {
  if (length === undefined) return []
  return loaded(view, 'memberships')
    .filter(({ segmentId }) => segmentId === segment)
    .map(({ since }) => whenBackReaches(since, length, timeZone))
}

/** An event that passes the filters counts while it lies in the period, and as the first or the last it is put to the test itself. */
function turnsOfEvents(
  predicate: EventsPredicate,
  view: CustomerView,
  span: Span,
): readonly number[] {
  const { chosen, type } = eventQuestion(predicate)
  const period = periodIn(chosen)
  const times = new Set(eventsAskedAbout(predicate, view).map(({ at }) => at))
  return [...times].flatMap((at) => [
    ...(period === undefined ? [] : turnsOfPeriod(at, period, span.timeZone)),
    ...(type === 'instant' ? turnsOfTest(at, predicate, span) : []),
  ])
}

function present(instants: readonly (number | null)[]): readonly number[] {
  return instants.filter((instant) => instant !== null)
}
