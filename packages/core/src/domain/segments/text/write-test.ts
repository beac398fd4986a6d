import type { Catalogue } from '../catalogue.ts'
import type {
  EventsTest,
  ExpectedPurchasesPredicate,
  FieldPredicate,
  HourFilter,
  Period,
  Scalar,
  TextFilter,
} from '../predicate.ts'
import { isAgo, isPeriod } from '../resolve/checked.ts'
import { type Layout, listedValues } from './layout.ts'
import { wordsOf } from './lexicon.ts'
import { quote } from './quote.ts'
import { writePeriod, writeStep } from './times.ts'
import { type Subject, writeValue } from './values.ts'

/** A test as it stands behind what it tests. */
export function writeTest(
  test: FieldPredicate | EventsTest | ExpectedPurchasesPredicate,
  of: Subject,
  catalogue: Catalogue,
): Layout {
  const value = (each: Scalar): string => writeValue(each, of, catalogue)
  switch (test.is) {
    case 'missing':
      return 'is missing'
    case 'in':
      return isPeriod(test.value)
        ? inPeriod(test.value, of)
        : listedValues('in ', test.value.map(value))
    case 'between':
      return `between ${test.value.map(value).join(' and ')}`
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'exactly':
      return `${wordsOf(test.is)} ${quote(test.value)}`
    default:
      if (isAgo(test.value))
        return `${test.is === '>' ? '<' : '>'} ${writeStep(test.value.ago)} ago`
      return `${of.type === 'choice' ? 'is' : test.is} ${value(test.value)}`
  }
}

function inPeriod(period: Period, { type }: Subject): string {
  const { words, isBare } = writePeriod(period)
  if (isBare) return words
  return `${type === 'anniversary' && /\d/.test(words) ? 'within' : 'in'} ${words}`
}

/** A filter of events behind its name. */
export function writeFilter(
  filter: TextFilter | HourFilter,
  of: Subject,
  catalogue: Catalogue,
): Layout {
  const value = (each: string | number): string => writeValue(each, of, catalogue)
  if (typeof filter !== 'object') return `= ${value(filter)}`
  if ('in' in filter) return listedValues('in ', filter.in.map(value))
  if ('between' in filter) return `between ${filter.between.map(value).join(' and ')}`
  return Object.entries<string>(filter).map(([is, text]) => `${wordsOf(is)} ${quote(text)}`)
}
