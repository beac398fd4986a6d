import type { Catalogue } from '../../catalogue.ts'
import type { ReferenceKind } from '../../check/context.ts'
import type { Plain, PlainObject } from '../../check/plain.ts'
import type { EventListName } from '../../condition.ts'
import { eventQuestion } from '../../event-question.ts'
import { eventLists } from '../../fields/event-lists.ts'
import { fields } from '../../fields/fields.ts'
import type { EventsPredicate, HourFilter, TextFilter } from '../../predicate.ts'
import { periodIn } from '../../resolve/periods.ts'
import { type Layout, listed } from '../layout.ts'
import { lexicon, wordsOf } from '../lexicon.ts'
import type { Phrase, ReadPhrase } from '../phrase.ts'
import { readTested, readTestOf } from '../read-test.ts'
import type { Reader } from '../reader.ts'
import { periodReads, writePeriod } from '../times.ts'
import type { Subject } from '../values.ts'
import { writeFilter, writeTest } from '../write-test.ts'
import { readField } from './fields.ts'
import { readLabelled, writeLabelled } from './labelled.ts'

/** `purchases(product = "KOPI-250", last 90 days).total >= 2_000_000` */
export const eventsPhrase: Phrase = {
  reads: {
    purchases: /* @__PURE__ */ readEvents('purchases'),
    payments: /* @__PURE__ */ readEvents('payments'),
    interactions: /* @__PURE__ */ readEvents('interactions'),
    labels: /* @__PURE__ */ readEvents('labels'),
    labelled: readLabelled,
  },
  write(predicate, catalogue) {
    if (!('measure' in predicate)) return undefined
    const labelled = 'labels' in predicate ? writeLabelled(predicate, catalogue) : undefined
    return labelled ?? writeEvents(predicate, catalogue)
  },
}

function readEvents(list: EventListName): ReadPhrase {
  const measures = measuresOf(list)
  const measureNames = lexicon(
    Object.fromEntries(Object.keys(measures).map((name) => [name, name])),
  )
  const parts = lexicon({
    ...periodReads,
    ...Object.fromEntries(
      Object.entries(filtersOf(list)).map(([name, of]) => [name, readFilter(name, of)]),
    ),
  })
  return (reader, at) => {
    // There may be a field of the same name.
    if (!reader.sees('(') && list in fields) return readField(reader, list, at)
    const filters: Record<string, Plain> = {}
    const places: Record<string, number> = {}
    const filtersAt = reader.at
    reader.list(() => {
      const partAt = reader.at
      reader.skip('in')
      const read = reader.one(parts, 'a filter or a period')(reader)
      const [[key, part] = ['', null]] = Object.entries(read)
      if (key in filters) reader.refuse(partAt, `"${wordsOf(key)}" stands here twice.`)
      filters[key] = part
      places[key] = key in filtersOf(list) ? reader.placeOf(read, key) : partAt
    })
    reader.keep(filters, places)
    const measureAt = reader.at
    const measure = reader.skip('.')
      ? reader.one(measureNames, `a measure, one of ${measureNames.wordings.join(', ')}`)
      : eventLists[list].counts
    const type = measures[measure] ?? 'integer'
    const json = { [list]: filters, measure }
    return readTested(reader, json, { [list]: filtersAt, measure: measureAt }, { type })
  }
}

function readFilter(name: string, of: Subject): (reader: Reader) => PlainObject {
  return (reader) => {
    const { is, value, negated = false, places } = readTestOf(reader, of)
    if (value !== undefined && !negated) {
      const filter = is === '=' ? value : reader.keep({ [is]: value }, { [is]: places.value })
      return reader.keep({ [name]: filter }, { [name]: places.value })
    }
    const known = '=, in, contains, starts with, ends with or exactly'
    return reader.refuse(places.is, `a filter takes ${known}.`)
  }
}

function writeEvents(predicate: EventsPredicate, catalogue: Catalogue): Layout {
  const { list, chosen, measure, type } = eventQuestion(predicate)
  const given: Readonly<Record<string, unknown>> = { ...chosen }
  const parts = Object.entries(filtersOf(list)).flatMap(([name, of]): Layout[] => {
    const filter = given[name]
    return isFilter(filter) ? [[`${wordsOf(name)} `, writeFilter(filter, of, catalogue)]] : []
  })
  const period = periodIn(chosen)
  if (period !== undefined) parts.push(writePeriod(period).words)
  const shown = measure === eventLists[list].counts ? '' : `.${wordsOf(measure)}`
  return [listed(list, parts), `${shown} `, writeTest(predicate, { type }, catalogue)]
}

function measuresOf(list: EventListName): Readonly<Record<string, Subject['type']>> {
  return eventLists[list].measures
}

function filtersOf(list: EventListName): Readonly<Record<string, Subject>> {
  const filters: Readonly<Record<string, FilterField>> = eventLists[list].filters
  return Object.fromEntries(
    Object.entries(filters).map(([name, { choices, range, refersTo }]): [string, Subject] => {
      if (choices !== undefined) return [name, { type: 'choice', choices }]
      if (refersTo !== undefined) return [name, { type: 'reference', refersTo }]
      // One word needs no quotes: these are codes mostly, such as the names of channels.
      return [name, { type: range === undefined ? 'exactText' : 'integer' }]
    }),
  )
}

interface FilterField {
  readonly range?: readonly [number, number]
  readonly choices?: readonly string[]
  readonly refersTo?: ReferenceKind
}

function isFilter(value: unknown): value is TextFilter | HourFilter {
  return value !== undefined
}
