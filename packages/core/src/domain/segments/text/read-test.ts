import type { Plain, PlainObject } from '../check/plain.ts'
import { nounOf } from '../check/scalars.ts'
import type { Comparison } from '../condition.ts'
import type { FieldType } from '../fields/field-types.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import type { Reader } from './reader.ts'
import { barePeriods, findUnit, periods, readAgo, readPair } from './times.ts'
import { readDate, readText, readValue, readValues, type Subject } from './values.ts'

/** A test as the JSON form says it. */
interface Test {
  readonly is: string
  readonly value?: Plain
  /** The complement is meant. */
  readonly negated?: boolean
}

type ReadTest = (reader: Reader, of: Subject) => Test

/** So long ago has no strict forms: `> 60 days ago` is that long ago or longer. */
const agoTests: Readonly<Record<string, Comparison>> = { '>': '<=', '>=': '<=', '<': '>' }

const compare =
  (is: Comparison, negated = false): ReadTest =>
  (reader, of) => {
    const at = reader.at
    const ago = of.type === 'instant' ? readAgo(reader, is in agoTests) : undefined
    if (ago === undefined) return { is, value: readPlainValue(reader, of), negated }
    const meant = agoTests[is]
    if (meant !== undefined) return { is: meant, value: reader.keep({ ago }, { ago: at }), negated }
    return reader.refuse(at, 'so long ago takes > (as long ago or longer) or < (more recently).')
  }

/** A value that is no time: who writes a unit of time behind it compares it with the wrong thing. */
function readPlainValue(reader: Reader, of: Subject): Plain {
  if (reader.seesA('date') && !isTime(of) && of.type !== 'localDate') {
    const dated = 'Dates are compared with times, such as last purchase.'
    return reader.refuse(reader.at, `expected ${nounOf[of.type]}, found a date. ${dated}`)
  }
  const value = readValue(reader, of)
  const at = reader.at
  if (!isTime(of) && findUnit(reader) !== undefined) {
    const tested = `this is ${nounOf[of.type]}, tested as in ${exampleOf[of.type]}`
    return reader.refuse(at, `a unit of time has no place here: ${tested}.`)
  }
  return value
}

const textTest =
  (is: string): ReadTest =>
  (reader) => ({ is, value: readText(reader) })

const inside: ReadTest = (reader, of) => {
  if (isTime(of)) {
    return {
      is: 'in',
      value: reader.one(periods, 'a period such as last 7 days or this month')(reader),
    }
  }
  return { is: 'in', value: readValues(reader, of) }
}

const between: ReadTest = (reader, of) => {
  if (!isTime(of)) return { is: 'between', value: readPair(reader, () => readValue(reader, of)) }
  const at = reader.at
  return { is: 'in', value: reader.keep({ between: readPair(reader, readDate) }, { between: at }) }
}

/** What `before` and its kind mean of a date, which has no periods. */
const dateTests: Readonly<Record<string, Comparison>> = {
  before: '<',
  after: '>',
  since: '>=',
  until: '<=',
  on: '=',
}

const inPeriods: Readonly<Record<string, ReadTest>> = /* @__PURE__ */ Object.fromEntries(
  Object.entries(barePeriods).map(([word, readPeriod]): [string, ReadTest] => [
    word,
    (reader, of) => {
      if (of.type === 'localDate') return { is: dateTests[word] ?? word, value: readDate(reader) }
      // The check names the tests that the type takes instead.
      return { is: isTime(of) ? 'in' : word, value: readPeriod(reader) }
    },
  ]),
)

const missing: ReadTest = () => ({ is: 'missing' })
const present: ReadTest = () => ({ is: 'missing', negated: true })

const exampleOf: Readonly<Record<FieldType, string>> = {
  text: 'contains "sri"',
  exactText: 'contains "sri"',
  integer: '>= 3',
  money: '>= 250_000',
  average: '>= 250_000',
  number: '>= 2.5',
  share: '< 0.3',
  instant: 'in last 7 days, > 60 days ago or since 2026-01-31',
  localDate: 'before 2000-01-31',
  anniversary: 'within next 7 days',
  age: 'between 25 and 34',
  flag: '= false',
  choice: 'is or in (…)',
  reference: '= or in (…)',
}

/** How a field, a filter or a measure is tested, by the words that say it. */
const tests: Lexicon<ReadTest> = /* @__PURE__ */ lexicon<ReadTest>({
  ...inPeriods,
  '=': /* @__PURE__ */ compare('='),
  '<': /* @__PURE__ */ compare('<'),
  '<=': /* @__PURE__ */ compare('<='),
  '>': /* @__PURE__ */ compare('>'),
  '>=': /* @__PURE__ */ compare('>='),
  is: /* @__PURE__ */ compare('='),
  'is not': /* @__PURE__ */ compare('=', true),
  'is missing': missing,
  'is not missing': present,
  'is present': present,
  in: inside,
  within: inside,
  between,
  contains: /* @__PURE__ */ textTest('contains'),
  startsWith: /* @__PURE__ */ textTest('startsWith'),
  endsWith: /* @__PURE__ */ textTest('endsWith'),
  exactly: /* @__PURE__ */ textTest('exactly'),
})

/** A test that was read, and where it stands. */
interface TestRead extends Test {
  readonly places: Readonly<Record<'is' | 'value', number>>
}

/** Reads a test, if one stands here. */
export function findTest(reader: Reader, of: Subject): TestRead | undefined {
  const is = reader.at
  const read = reader.find(tests)
  const places = { is, value: reader.at }
  return read && { ...read(reader, of), places }
}

/** Reads a test, or fails. */
export function readTestOf(reader: Reader, of: Subject): TestRead {
  const what = `a test of ${nounOf[of.type]}, such as ${exampleOf[of.type]}`
  return findTest(reader, of) ?? reader.expected(what, tests.wordings)
}

/** Reads a test behind what is tested, and puts it beside that. */
export function readTested(
  reader: Reader,
  subject: PlainObject,
  at: Readonly<Record<string, number>>,
  of: Subject,
): PlainObject {
  return tested(reader, subject, at, readTestOf(reader, of))
}

/** A test beside what it tests. */
export function tested(
  reader: Reader,
  subject: PlainObject,
  at: Readonly<Record<string, number>>,
  { is, value, negated = false, places }: TestRead,
): PlainObject {
  const test = { ...subject, is, ...(value === undefined ? {} : { value }) }
  reader.keep(test, { ...at, ...places })
  return negated ? { not: test } : test
}

function isTime({ type }: Subject): boolean {
  return type === 'instant' || type === 'anniversary'
}
