import type { Step } from '../../time/step.ts'
import type { Plain, PlainObject } from '../check/plain.ts'
import type { Period } from '../predicate.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { wholeNumber } from './numbers.ts'
import type { Reader } from './reader.ts'
import type { Token } from './tokens.ts'
import { readDate } from './values.ts'

const units: readonly string[] = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']

const stepUnits: Lexicon<string> = /* @__PURE__ */ lexicon(
  /* @__PURE__ */ Object.fromEntries(
    units.flatMap((unit) => [`${unit}s`, unit].map((written) => [written, `${unit}s`])),
  ),
)

const calendarUnits: Lexicon<string> = /* @__PURE__ */ lexicon(
  /* @__PURE__ */ Object.fromEntries(units.slice(2).map((unit) => [unit, unit])),
)

const unitsInWords = 'minutes, hours, days, weeks, months, quarters or years'

/** A number above this is no number of days that somebody thinks in. */
const mostDays = 3_650

/** `7 days` as `{"days": 7}`; undefined where no number stands. */
export function readStep(reader: Reader): PlainObject | undefined {
  const token = reader.take('number')
  if (token === undefined) return undefined
  return { [reader.one(stepUnits, unitsInWords)]: wholeNumber(token) }
}

/**
 * `60 days ago` as a step; undefined where no number stands.
 *
 * @param isTaken whether the test before it takes so long ago
 */
export function readAgo(reader: Reader, isTaken: boolean): PlainObject | undefined {
  const token = reader.take('number')
  if (token === undefined) return undefined
  const unit = reader.find(stepUnits) ?? noUnit(reader, token, isTaken)
  reader.need('ago')
  return { [unit]: wholeNumber(token) }
}

/** A number alone says nothing of time: a word behind it is a unit misspelled, else days were meant or money. */
function noUnit(reader: Reader, token: Token, isTaken: boolean): never {
  const isAlone = reader.sees('and') || reader.sees('or') || !reader.seesA('word')
  if (!isAlone) reader.expected(unitsInWords, stepUnits.wordings)
  const count = wholeNumber(token)
  const isDays = isTaken && count > 0 && count <= mostDays
  const meant = isDays
    ? ` Did you mean "${token.raw} days ago"?`
    : count > mostDays
      ? ' Amounts are compared with money, such as ltv.'
      : ''
  const problem = `expected a time such as 60 days ago or 2026-01-31, found a number.${meant}`
  return reader.refuse(token.at, problem)
}

/** Takes a unit of time, if one stands here. */
export function findUnit(reader: Reader): string | undefined {
  return reader.find(stepUnits)
}

/** `{"days": 7}` as `7 days`. */
export function writeStep(step: Step): string {
  return Object.entries(step)
    .map(([unit, count]) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`)
    .join()
}

type ReadPeriod = (reader: Reader) => PlainObject

const relative =
  (key: 'last' | 'next' | 'this'): ReadPeriod =>
  (reader) => {
    const at = reader.at
    const step = key === 'this' ? undefined : readStep(reader)
    const what = `${key === 'this' ? '' : 'a number, '}day, week, month, quarter or year`
    return reader.keep({ [key]: step ?? reader.one(calendarUnits, what) }, { [key]: at })
  }

const dated =
  (key: 'before' | 'after' | 'since' | 'until' | 'on'): ReadPeriod =>
  (reader) => {
    const at = reader.at
    return reader.keep({ [key]: readDate(reader) }, { [key]: at })
  }

const relativePeriods = {
  last: /* @__PURE__ */ relative('last'),
  next: /* @__PURE__ */ relative('next'),
  this: /* @__PURE__ */ relative('this'),
}

/** Periods that follow a time without "in". */
export const barePeriods: Readonly<Record<string, ReadPeriod>> = {
  before: /* @__PURE__ */ dated('before'),
  after: /* @__PURE__ */ dated('after'),
  since: /* @__PURE__ */ dated('since'),
  until: /* @__PURE__ */ dated('until'),
  on: /* @__PURE__ */ dated('on'),
  today: () => ({ this: 'day' }),
  yesterday: () => ({ last: 'day' }),
  tomorrow: () => ({ next: 'day' }),
}

/** Periods that stand without "in" behind a name. */
export const datedPeriodReads: Readonly<Record<string, ReadPeriod>> = { ...barePeriods, between }

/** Periods that stand by themselves, such as among filters. */
export const periodReads: Readonly<Record<string, ReadPeriod>> = {
  ...relativePeriods,
  ...barePeriods,
  between,
}

/** The same by the words that begin them. */
export const periods: Lexicon<ReadPeriod> = /* @__PURE__ */ lexicon(periodReads)

function between(reader: Reader): PlainObject {
  const at = reader.at
  return reader.keep({ between: readPair(reader, readDate) }, { between: at })
}

/** Two values with "and" between them. */
export function readPair(reader: Reader, read: (reader: Reader) => Plain): readonly Plain[] {
  const places = [reader.at]
  const low = read(reader)
  reader.need('and')
  places.push(reader.at)
  return reader.keep([low, read(reader)], places)
}

const wordsOfDays: Readonly<Record<string, string>> = {
  'this day': 'today',
  'last day': 'yesterday',
  'next day': 'tomorrow',
}

/** A period, and whether it follows a time without a word before it. */
export function writePeriod(period: Period): { readonly words: string; readonly isBare: boolean } {
  const [[key, value] = ['', '']] = Object.entries<Step | string | readonly string[]>(period)
  const written =
    typeof value === 'string' ? value : isPair(value) ? value.join(' and ') : writeStep(value)
  const words = `${key} ${written}`
  const day = wordsOfDays[words]
  return { words: day ?? words, isBare: day !== undefined || !(key in relativePeriods) }
}

function isPair(value: Step | readonly string[]): value is readonly string[] {
  return Array.isArray(value)
}
