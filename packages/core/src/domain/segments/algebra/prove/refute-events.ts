import type { EventListName } from '../../condition.ts'
import { eventQuestion } from '../../event-question.ts'
import type { EventsPredicate } from '../../predicate.ts'
import { periodIn } from '../../resolve/periods.ts'
import { apart, boundsIn } from './bounds-in.ts'
import { type Held, heldAs, type Store } from './held.ts'
import { alwaysAbove, type Bound, motionsOfPeriod, neverBelow, still } from './motion.ts'
import type { Reason } from './refute-numbers.ts'
import { noRows } from './variables.ts'

/** A measure over the rows of an event list that pass filters and lie in a period. */
interface Measured {
  readonly variable: string
  readonly list: EventListName
  readonly measure: string
  readonly rows: string
  /** Every filter as JSON. */
  readonly filters: ReadonlySet<string>
  /** The period: after < t ≤ upTo; null leaves a side open. */
  readonly after: Bound | null
  readonly upTo: Bound | null
}

/** Measures of fewer rows that never come to more than one of all. */
const ascending: ReadonlySet<string> = new Set([
  ...['orders', 'lines', 'quantity', 'total', 'distinctProducts', 'count', 'last'].map((name) =>
    pairOf(name, name),
  ),
  pairOf('orders', 'lines'),
  pairOf('distinctProducts', 'lines'),
  pairOf('first', 'last'),
])

/** Measures that are 0 exactly if there are no rows. */
const ofRows: ReadonlySet<string> = new Set(['orders', 'lines', 'distinctProducts', 'count'])

function pairOf(part: string, whole: string): string {
  return `${part} ${whole}`
}

/**
 * What cannot hold together because some events are among others: those of a product among all, those
 * of a week among those of the month; null where nothing is known to. Looks at one variable, which was
 * held last, beside each other of its list.
 */
export function refuteEvents(variable: string, store: Store): readonly Held[] | null {
  const one = measuredBy(variable, store)
  if (one === undefined) return null
  for (const each of store.keys()) {
    const other = each === variable ? undefined : measuredBy(each, store)
    if (other === undefined || other.list !== one.list) continue
    const found = refutePair(one, other, store) ?? refutePair(other, one, store)
    if (found !== null) return found
  }
  return null
}

function refutePair(part: Measured, whole: Measured, store: Store): readonly Held[] | null {
  if (!areAmong(part, whole)) return null
  const [few, all] = [boundsIn(part.variable, store), boundsIn(whole.variable, store)]
  const isAscending = ascending.has(pairOf(part.measure, whole.measure))
  // The first of all comes before whatever is among them.
  const isBefore = whole.measure === 'first' && isTime(part)
  return (
    (isAscending ? apart(few.lows, all.highs) : null) ??
    (isBefore ? apart(all.lows, few.highs) : null) ??
    (ofRows.has(whole.measure) ? apart(some(part, few.lows, store), all.highs) : null)
  )
}

function isTime({ measure }: Measured): boolean {
  return measure === 'first' || measure === 'last'
}

/** That there are rows, as 1 or more of them: a sum above 0 is one of rows, and a time is that of one. */
function some(measured: Measured, lows: readonly Reason[], store: Store): readonly Reason[] {
  const times = heldAs(store.get(measured.variable) ?? [], 'range', true)
  const from = isTime(measured)
    ? times.map((each) => [each])
    : lows.filter(({ bound }) => alwaysAbove(bound, still(0))).map((low) => low.from)
  return from.map((each) => ({ bound: still(1), from: each }))
}

/** Whether every row of one is one of the other, now and later; false where that is not certain. */
function areAmong(part: Measured, whole: Measured): boolean {
  if (part.rows === whole.rows) return true
  if (![...whole.filters].every((filter) => part.filters.has(filter))) return false
  const isAfter =
    whole.after === null || (part.after !== null && neverBelow(part.after, whole.after))
  const isUpTo = whole.upTo === null || (part.upTo !== null && neverBelow(whole.upTo, part.upTo))
  return isAfter && isUpTo
}

function measuredBy(variable: string, store: Store): Measured | undefined {
  const [held] = variable.startsWith('events ') ? (store.get(variable) ?? []) : []
  if (held === undefined) return undefined
  const { condition, leaf } = held.literal
  if (condition.op !== 'events' || !('measure' in leaf.predicate)) return undefined
  const rows = variable.split(' ').slice(3).join(' ')
  if (rows === noRows) return undefined
  const { filters, period } = chosenBy(leaf.predicate)
  return {
    variable,
    list: condition.list,
    measure: condition.measure,
    rows,
    filters,
    after: boundOf(condition.after, period.low),
    upTo: boundOf(condition.upTo, period.high),
  }
}

function boundOf(value: number | null, motion: Bound['motion']): Bound | null {
  return value === null ? null : { value, motion, plus: 0 }
}

interface Chosen {
  readonly filters: ReadonlySet<string>
  readonly period: ReturnType<typeof motionsOfPeriod>
}

const chosen = new WeakMap<EventsPredicate, Chosen>()

/** The filters and the motions of the period, found once for each leaf. */
function chosenBy(predicate: EventsPredicate): Chosen {
  const before = chosen.get(predicate)
  if (before !== undefined) return before
  const question = eventQuestion(predicate)
  const period = periodIn(question.chosen)
  const keys = new Set(Object.keys(period ?? {}))
  const filters = Object.entries(question.chosen).filter(([key]) => !keys.has(key))
  const found = {
    filters: new Set(filters.map((filter) => JSON.stringify(filter))),
    period: period === undefined ? { low: null, high: null } : motionsOfPeriod(period),
  }
  chosen.set(predicate, found)
  return found
}
