import type { EventListName } from '../condition.ts'
import { eventLists } from '../fields/event-lists.ts'
import type { EventsPredicate, EventsTest, HourFilter, TextFilter } from '../predicate.ts'
import { checkInstant, isComparison } from './check-instant.ts'
import type { CheckContext, ReferenceKind } from './context.ts'
import { invalid, within } from './invalid.ts'
import { isPlainObject, type Plain, type PlainObject } from './plain.ts'
import { rangeFilterAt } from './range-filter.ts'
import { listAt, objectAt, onlyKeys, pairAt, wordAt } from './shape.ts'
import { periodIn, periodKeys } from './times.ts'
import { integerAt, moneyAt, referenceAt, textAt } from './values.ts'

/** A measure over the events of a list. */
export function checkEvents(
  list: EventListName,
  node: PlainObject,
  path: string,
  context: CheckContext,
): EventsPredicate {
  onlyKeys(node, [list, 'measure', 'is', 'value'], path)
  const chosen = filtersAt(list, node[list], within(path, list), context)
  switch (list) {
    case 'purchases': {
      const measure = measureAt(eventLists.purchases, node, path)
      return {
        purchases: chosen,
        measure,
        ...testAt(eventLists.purchases.measures[measure], node, path, context),
      }
    }
    case 'payments': {
      const measure = measureAt(eventLists.payments, node, path)
      return {
        payments: chosen,
        measure,
        ...testAt(eventLists.payments.measures[measure], node, path, context),
      }
    }
    case 'interactions': {
      const measure = measureAt(eventLists.interactions, node, path)
      return {
        interactions: chosen,
        measure,
        ...testAt(eventLists.interactions.measures[measure], node, path, context),
      }
    }
    case 'labels': {
      const measure = measureAt(eventLists.labels, node, path)
      return {
        labels: chosen,
        measure,
        ...testAt(eventLists.labels.measures[measure], node, path, context),
      }
    }
  }
}

function measureAt<M extends string>(
  { measures, counts }: { readonly measures: Readonly<Record<M, unknown>>; readonly counts: M },
  { measure }: PlainObject,
  path: string,
): M {
  if (measure === undefined) return counts
  const known: M[] = []
  for (const name in measures) known.push(name)
  return wordAt(measure, known, within(path, 'measure'))
}

function testAt(
  type: 'integer' | 'money' | 'instant',
  { is, value }: PlainObject,
  path: string,
  context: CheckContext,
): EventsTest {
  const operator = wordAt(is, ['=', '<', '<=', '>', '>=', 'between', 'in'], within(path, 'is'))
  const inside = within(path, 'value')
  if (type === 'instant') return checkInstant(operator, value, inside)
  const numberAt = (each: Plain | undefined, at: string): number =>
    type === 'money' ? moneyAt(each, at, context) : integerAt(each, at)
  if (isComparison(operator)) return { is: operator, value: numberAt(value, inside) }
  if (operator === 'in')
    throw invalid(within(path, 'is'), 'only the measures first and last lie in a period.')
  const [first, second] = pairAt(value, inside, 'two numbers, the lower first')
  const low = numberAt(first, within(inside, 0))
  const high = numberAt(second, within(inside, 1))
  if (low <= high) return { is: operator, value: [low, high] }
  throw invalid(inside, 'the lower bound lies above the upper one, so nothing can be between.')
}

/** Filters and the period, as an object with the keys of both. */
function filtersAt(
  list: EventListName,
  value: Plain | undefined,
  path: string,
  context: CheckContext,
): object {
  const object = objectAt(
    value,
    path,
    'an object of filters, such as {"last": {"days": 90}}; {} for all',
  )
  const filters: Readonly<Record<string, FilterField>> = eventLists[list].filters
  onlyKeys(object, [...Object.keys(filters), ...periodKeys], path)
  const chosen: Record<string, TextFilter | HourFilter> = {}
  for (const [key, field] of Object.entries(filters)) {
    const filter = object[key]
    if (filter === undefined) continue
    chosen[key] =
      field.range === undefined
        ? filterAt(filter, within(path, key), field, context)
        : rangeFilterAt(filter, within(path, key), field.range)
  }
  return { ...chosen, ...periodIn(object, path) }
}

/** What a filter's values may be: any text, one of some words, a number of a range, or the id of something. */
interface FilterField {
  readonly choices?: readonly string[]
  readonly range?: readonly [least: number, greatest: number]
  readonly refersTo?: ReferenceKind
}

function filterAt(
  value: Plain,
  path: string,
  { choices, refersTo }: FilterField,
  context: CheckContext,
): TextFilter {
  const one = (each: Plain | undefined, at: string): string => {
    if (refersTo !== undefined) return referenceAt(each, at, refersTo, context)
    return choices === undefined ? textAt(each, at) : wordAt(each, choices, at)
  }
  if (!isPlainObject(value)) return one(value, path)
  const known =
    choices === undefined && refersTo === undefined
      ? ['in', 'contains', 'startsWith', 'endsWith', 'exactly']
      : ['in']
  onlyKeys(value, known, path)
  const [is, ...more] = Object.keys(value)
  if (is === undefined || more.length > 0)
    throw invalid(path, `expected a text, or one of ${known.join(', ')}.`)
  const inside = within(path, is)
  switch (is) {
    case 'in':
      return {
        in: listAt(value.in, inside, 'a list of texts').map((each, i) =>
          one(each, within(inside, i)),
        ),
      }
    case 'contains':
      return { contains: one(value.contains, inside) }
    case 'startsWith':
      return { startsWith: one(value.startsWith, inside) }
    case 'endsWith':
      return { endsWith: one(value.endsWith, inside) }
    default:
      return { exactly: one(value.exactly, inside) }
  }
}
