import type { Catalogue } from '../../catalogue.ts'
import type { PlainObject } from '../../check/plain.ts'
import type { LabelsPredicate } from '../../predicate.ts'
import { periodIn } from '../../resolve/periods.ts'
import type { Layout } from '../layout.ts'
import { type Lexicon, lexicon } from '../lexicon.ts'
import { quote } from '../quote.ts'
import type { Reader } from '../reader.ts'
import { datedPeriodReads, periods, writePeriod } from '../times.ts'
import { readReference, readText, writeReference } from '../values.ts'

const bare: Lexicon<(reader: Reader) => PlainObject> = /* @__PURE__ */ lexicon(datedPeriodReads)

/** `labelled "Grade A" by "dina" in last 7 days`: the label was put on at least once. */
export function readLabelled(reader: Reader, at: number): PlainObject {
  const labelAt = reader.at
  const label = readReference(reader, 'label')
  const by = reader.skip('by') ? { by: readText(reader) } : {}
  const periodAt = reader.at
  const period = reader.skip('in')
    ? reader.one(periods, 'a period such as last 7 days or this month')(reader)
    : (reader.find(bare)?.(reader) ?? {})
  const places = Object.fromEntries(Object.keys(period).map((key) => [key, periodAt]))
  const labels = reader.keep(
    { label, ...by, ...period },
    { label: labelAt, by: labelAt, ...places },
  )
  return reader.keep({ labels, measure: 'count', is: '>=', value: 1 }, { labels: at })
}

/** The same words; undefined where they cannot say it. */
export function writeLabelled(
  { labels, measure, is, value }: LabelsPredicate,
  catalogue: Catalogue,
): Layout | undefined {
  const { label, by } = labels
  const isOnce = measure === 'count' && is === '>=' && value === 1
  if (!isOnce || typeof label !== 'string') return undefined
  if (by !== undefined && typeof by !== 'string') return undefined
  const period = periodIn(labels)
  const { words, isBare } = period === undefined ? { words: '', isBare: true } : writePeriod(period)
  const parts = [
    `labelled ${writeReference(label, 'label', catalogue)}`,
    by === undefined ? '' : `by ${quote(by)}`,
    isBare ? words : `in ${words}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
