import { consentChannels } from '../../consents/rows.ts'
import type { Comparison, EventListName } from '../condition.ts'
import { eventQuestion } from '../event-question.ts'
import { attributeFieldName, isAttributeFieldName } from '../fields/attribute-field.ts'
import { type EventFilterField, eventLists } from '../fields/event-lists.ts'
import type { FieldType } from '../fields/field-types.ts'
import { fields } from '../fields/fields.ts'
import { findField } from '../fields/find-field.ts'
import type {
  Ago,
  EventsPredicate,
  EventsTest,
  ExpectedPurchasesPredicate,
  FieldPredicate,
  HourFilter,
  LeafPredicate,
  PeriodKeys,
  Scalar,
  TextFilter,
} from '../predicate.ts'
import { isAgo, isPeriod, unchecked } from '../resolve/checked.ts'
import { periodIn } from '../resolve/periods.ts'
import type { Describing } from './describing.ts'
import type { Clause, InstantClauses, Language } from './language.ts'
import { quotedText } from './quoted-text.ts'
import { dateText, instantText, nameOf, periodText, toldType, valueText } from './values.ts'

/** What a leaf says. */
export function leafClause(leaf: LeafPredicate, describing: Describing): Clause {
  const { catalogue, language } = describing
  if ('field' in leaf) return fieldClause(leaf, describing)
  if ('window' in leaf) {
    const { businessNumber } = leaf.window
    return leaf.is === 'open'
      ? language.windowIsOpen(businessNumber)
      : language.windowCloses(businessNumber, leaf.value)
  }
  if ('group' in leaf) return language.group(nameOf(leaf.group, catalogue.groups))
  if ('tag' in leaf) return language.tag(nameOf(leaf.tag, catalogue.tags))
  if ('sample' in leaf) return language.sample(leaf.sample, quotedText(leaf.seed))
  if ('canReceive' in leaf)
    return leaf.canReceive === 'template'
      ? language.canReceiveTemplate()
      : language.canReceiveFreeForm(leaf.businessNumber)
  if ('label' in leaf) return language.label(nameOf(leaf.label, catalogue.labels))
  if ('hadLabel' in leaf)
    return language.hadLabel(nameOf(leaf.hadLabel, catalogue.labels), dateText(leaf.at, language))
  if ('consent' in leaf) return language.consent(leaf.consent, leaf.is, leaf.channel)
  if ('segment' in leaf) return language.segment(nameOf(leaf.segment, catalogue.segments), leaf.for)
  if ('expectedPurchases' in leaf) {
    const noun = language.expectedPurchases(leaf.expectedPurchases.days)
    return language.of(noun, said(leaf, { type: 'number', isOptional: true }, describing))
  }
  return eventsClause(leaf, describing)
}

function fieldClause(predicate: FieldPredicate, describing: Describing): Clause {
  const { language } = describing
  const { field: name } = predicate
  if (isAttributeFieldName(name)) {
    const noun = language.attribute(name.slice(attributeFieldName('').length))
    const type = findField(name, describing.catalogue)?.field.type ?? 'text'
    const subject = { type: toldType(type, name), isOptional: true }
    return language.of(noun, said(predicate, subject, describing))
  }
  const { type, optional, reads } = fields[name]
  if (isKeyOf(language.flags, name)) {
    const { yes, no } = language.flags[name]
    return 'value' in predicate && predicate.value === false ? { yes: no, no: yes } : { yes, no }
  }
  if (isKeyOf(language.instants, name))
    return timeClause(language.instants[name], predicate, describing)
  const subject = { type, isOptional: optional }
  const noun = language.nouns[name]
  const clause = said(predicate, subject, describing)
  const { yes, no } = language.of(noun, clause)
  // That one value does not pass says nothing of the others: only that none does is the complement.
  const mayBeSeveral = reads.from === 'identity' || reads.from === 'attribute'
  return mayBeSeveral && isOfValues(predicate)
    ? { yes, no: language.none(noun, clause.yes) }
    : { yes, no }
}

/** Whether a test names values at all. */
function isOfValues(test: FieldPredicate): boolean {
  if (test.is === 'missing') return false
  return test.is !== 'in' || isPeriod(test.value) || test.value.length > 0
}

interface Subject {
  readonly type: FieldType
  readonly isOptional: boolean
}

/** What a test says of a noun. */
function said(
  test: FieldPredicate | EventsTest | ExpectedPurchasesPredicate,
  of: Subject,
  describing: Describing,
): Clause {
  const { language } = describing
  const value = (each: Scalar): string => valueText(each, of.type, describing)
  switch (test.is) {
    case 'missing':
      return language.missing
    case 'in':
      return isPeriod(test.value)
        ? language.equal(periodText(test.value, language))
        : language.oneOf(test.value.map(value))
    case 'between':
      return language.between(value(test.value[0]), value(test.value[1]))
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'exactly':
      return language.text(test.is, quotedText(test.value))
    default: {
      if (isAgo(test.value)) throw unchecked('a value that is no time')
      const bound = value(test.value)
      if (test.is === '=') return language.equal(bound)
      const no = comparison(opposite[test.is], bound, of.type, language)
      return {
        yes: comparison(test.is, bound, of.type, language),
        no: of.isOptional ? no + language.orMissing : no,
      }
    }
  }
}

function comparison(is: Comparison, bound: string, type: FieldType, language: Language): string {
  const isPlaced = type === 'text' || type === 'exactText' || type === 'localDate'
  return isPlaced ? language.placed(is, bound) : language.compared(is, bound)
}

const opposite: Readonly<Record<Exclude<Comparison, '='>, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/** What a test says of a time. */
function timeClause(
  before: Clause & Partial<InstantClauses>,
  test: FieldPredicate | EventsTest,
  describing: Describing,
): Clause {
  if (test.is === 'missing' && before.none !== undefined) return before.none
  const when = timeOf(test)
  const said = when === 'past' ? undefined : before[when]
  const { yes, no } = said ?? before
  const time = timeText(test, describing, said !== undefined)
  return { yes: `${yes} ${time}`, no: `${no} ${time}` }
}

/** Which times a test asks for. */
function timeOf(test: FieldPredicate | EventsTest): 'ahead' | 'either' | 'past' {
  if (test.is === '<=' && isAgo(test.value)) return 'past'
  if (test.is !== 'in' || !isPeriod(test.value)) return 'either'
  if ('last' in test.value) return 'past'
  return 'next' in test.value ? 'ahead' : 'either'
}

function timeText(
  test: FieldPredicate | EventsTest,
  { catalogue, language }: Describing,
  mayLieAhead: boolean,
): string {
  if (test.is === 'in' && isPeriod(test.value)) return periodText(test.value, language)
  if (!isTimeComparison(test)) throw unchecked('a period or a comparison with a time')
  const { is, value } = test
  if (isAgo(value) && is === '>' && mayLieAhead) return language.later(value.ago)
  if (isAgo(value)) return language.ago(is === '>' ? '>' : '<=', value.ago)
  return language.at(is, instantText(Date.parse(String(value)), catalogue.timeZone, language))
}

function isTimeComparison(
  test: FieldPredicate | EventsTest,
): test is Extract<typeof test, { readonly is: Comparison; readonly value: Scalar | Ago }> {
  return ['=', '<', '<=', '>', '>='].includes(test.is)
}

function eventsClause(predicate: EventsPredicate, describing: Describing): Clause {
  const { language } = describing
  const { list, chosen, measure, type } = eventQuestion(predicate)
  const nouns: Readonly<Record<string, string>> = language.measures[list]
  const noun = nouns[measure] ?? measure
  const filters = filtersOf(list, chosen, describing)
  const among = filters.length === 0 ? '' : `(${filters.join(', ')}) `
  if (type === 'instant')
    return timeClause(language.timed(noun, among.trimEnd()), predicate, describing)
  const { yes, no } = said(predicate, { type, isOptional: false }, describing)
  return language.of(noun, { yes: among + yes, no: among + no })
}

type KnownFilter = Pick<EventFilterField<EventListName>, 'choices' | 'refersTo'>

/** The filters and the period of an event list. */
function filtersOf(
  list: EventListName,
  chosen: PeriodKeys,
  { catalogue, language }: Describing,
): readonly string[] {
  const given: Readonly<Record<string, unknown>> = { ...chosen }
  const known: Readonly<Record<string, KnownFilter>> = eventLists[list].filters
  const filters = Object.entries(known).flatMap(([name, { refersTo, choices }]) => {
    const filter = given[name]
    if (!isFilter(filter)) return []
    const closed = name === 'channel' ? consentChannels : choices
    // Words of closed lists are translated; the shop's own texts are the same in all languages.
    const word = (value: string): string => {
      if (refersTo !== undefined) return nameOf(value, catalogue.labels)
      return closed?.includes(value) ? filterWord(name, value, language) : quotedText(value)
    }
    return [language.filter(name, filterText(filter, word, language))]
  })
  const period = periodIn(chosen)
  return period === undefined ? filters : [...filters, periodText(period, language)]
}

function isFilter(value: unknown): value is TextFilter | HourFilter {
  return value !== undefined
}

function filterText(
  filter: TextFilter | HourFilter,
  word: (value: string) => string,
  language: Language,
): string {
  if (typeof filter === 'number') return String(filter)
  if (typeof filter === 'string') return word(filter)
  if ('in' in filter) {
    const texts = filter.in.map((each) => (typeof each === 'number' ? String(each) : word(each)))
    return texts.length === 0 ? language.oneOf([]).yes : texts.join(` ${language.or} `)
  }
  if ('between' in filter) {
    const [first, last] = filter.between
    const one = String(first)
    return first === last ? language.equal(one).yes : language.between(one, String(last)).yes
  }
  if ('contains' in filter) return language.text('contains', quotedText(filter.contains)).yes
  if ('startsWith' in filter) return language.text('startsWith', quotedText(filter.startsWith)).yes
  if ('endsWith' in filter) return language.text('endsWith', quotedText(filter.endsWith)).yes
  return language.text('exactly', quotedText(filter.exactly)).yes
}

/** A word of a closed list: in quotes where the language has no other for it. */
function filterWord(filter: string, written: string, language: Language): string {
  const word = language.filterWord(filter, written)
  return word === written ? quotedText(word) : word
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key)
}
