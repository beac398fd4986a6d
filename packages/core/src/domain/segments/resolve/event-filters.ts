import { fold, foldCodePoints } from '../../text/fold.ts'
import type { EventFilter, EventListName, ValueTest } from '../condition.ts'
import type { EventFilterField } from '../fields/event-lists.ts'
import type { HourFilter, TextFilter } from '../predicate.ts'

/** A filter of events as predicates hold it. */
type Filter = TextFilter | HourFilter

export function isFilter(value: unknown): value is Filter {
  return value !== undefined && value !== null
}

/** A filter of events as engines see it. */
export function eventFilter<L extends EventListName>(
  field: EventFilterField<L>,
  filter: Filter,
): EventFilter<L> {
  const { column, folded = column } = field
  const isExact = typeof filter === 'object' && 'exactly' in filter
  return { column: isExact ? column : folded, test: testOf(filter, formsOf(field)) }
}

/** What values become before they are compared. */
interface Forms {
  readonly whole: (value: string | number) => string | number
  readonly part: (text: string) => string
}

function formsOf<L extends EventListName>(field: EventFilterField<L>): Forms {
  const { folded, choices = [], isNumbered = false } = field
  if (isNumbered) return { ...asWritten, whole: (word) => choices.indexOf(String(word)) + 1 }
  return folded === undefined ? asWritten : asFolded
}

const asWritten: Forms = { whole: (value) => value, part: (text) => text }

const asFolded: Forms = {
  whole: (value) => (typeof value === 'string' ? fold(value) : value),
  part: foldCodePoints,
}

function testOf(filter: Filter, { whole, part }: Forms): ValueTest {
  if (typeof filter !== 'object') return { is: '=', value: whole(filter) }
  if ('in' in filter) return { is: 'in', values: [...new Set(filter.in.map(whole))] }
  if ('between' in filter) {
    const [low, high] = filter.between
    return { is: 'between', low, high }
  }
  if ('contains' in filter) return { is: 'contains', value: part(filter.contains) }
  if ('startsWith' in filter) return { is: 'startsWith', value: part(filter.startsWith) }
  if ('endsWith' in filter) return { is: 'endsWith', value: part(filter.endsWith) }
  return { is: '=', value: filter.exactly }
}
