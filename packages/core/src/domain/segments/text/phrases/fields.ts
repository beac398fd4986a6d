import { didYouMean } from '../../check/nearest.ts'
import type { PlainObject } from '../../check/plain.ts'
import { attributeFieldName, isAttributeFieldName } from '../../fields/attribute-field.ts'
import type { FieldName } from '../../fields/field-types.ts'
import { fields } from '../../fields/fields.ts'
import { findField } from '../../fields/find-field.ts'
import { isAgo } from '../../resolve/checked.ts'
import { type Lexicon, lexicon, wordsOf } from '../lexicon.ts'
import type { Phrase, ReadPhrase } from '../phrase.ts'
import { quote } from '../quote.ts'
import { findTest, readTested, tested } from '../read-test.ts'
import type { Reader } from '../reader.ts'
import { readStep, writeStep } from '../times.ts'
import { isWord } from '../tokens.ts'
import { readValue, writeValue } from '../values.ts'
import { writeTest } from '../write-test.ts'

const prefix = /* @__PURE__ */ attributeFieldName('')

/** A field whose name was read, and its test. */
export function readField(reader: Reader, name: string, at: number): PlainObject {
  const found = findField(name, reader.catalogue)
  if (found === undefined) {
    const names = reader.catalogue.attributes.map((each) => each.name)
    return reader.refuse(
      at,
      `there is no such attribute.${didYouMean(name.slice(prefix.length), names)}`,
    )
  }
  const { field } = found
  const subject = { field: name }
  if (field.type !== 'flag') return readTested(reader, subject, { field: at }, field)
  const test = findTest(reader, field)
  return test === undefined
    ? reader.keep({ ...subject, is: '=', value: true }, { field: at })
    : tested(reader, subject, { field: at }, test)
}

const named =
  (name: string): ReadPhrase =>
  (reader, at) =>
    readField(reader, name, at)

const attribute: ReadPhrase = (reader) => {
  reader.need('.')
  const at = reader.at
  const name = reader.takeWord() ?? reader.takeText() ?? reader.expected('the name of an attribute')
  return readField(reader, attributeFieldName(name), at)
}

const acquired: ReadPhrase = (reader, at) => {
  const valueAt = reader.at
  const json = { field: 'acquisition', is: '=', value: readValue(reader, fields.acquisition) }
  return reader.keep(json, { field: at, is: at, value: valueAt })
}

/** `overdue by > 30 days`: overdue now, and for that long or longer; with `<`, not yet for that long. */
const overdueBy: ReadPhrase = (reader, at) => {
  const isAt = reader.at
  const longer = reader.skip('>') || reader.skip('>=')
  if (!longer && !reader.skip('<=') && !reader.skip('<'))
    reader.expected('">" or "<", as in overdue by > 30 days')
  const valueAt = reader.at
  const step = readStep(reader) ?? reader.expected('a length of time such as 30 days')
  const value = longer
    ? reader.keep({ ago: step }, { ago: valueAt })
    : reader.keep({ last: step }, { last: valueAt })
  const json = { field: 'overdue', is: longer ? '<=' : 'in', value }
  return reader.keep(json, { field: at, is: isAt, value: valueAt })
}

const rfmFields: Lexicon<string> = /* @__PURE__ */ lexicon({
  recency: 'rfmRecency',
  frequency: 'rfmFrequency',
  monetary: 'rfmMonetary',
})

/** `rfm.recency >= 4` */
const rfm: ReadPhrase = (reader, at) => {
  reader.need('.')
  return readField(reader, reader.one(rfmFields, 'recency, frequency or monetary'), at)
}

/** `average order > 200_000`, `archived`, `attr.skinType = "oily"`, `acquired by import`. */
export const fieldPhrase: Phrase = {
  reads: {
    .../* @__PURE__ */ Object.fromEntries(
      Object.keys(fields).map((name): [string, ReadPhrase] => [name, named(name)]),
    ),
    attr: attribute,
    'acquired by': acquired,
    'overdue by': overdueBy,
    rfm,
  },
  write(predicate, catalogue) {
    if ('not' in predicate && 'field' in predicate.not && predicate.not.is === 'missing') {
      return `${written(predicate.not.field)} is present`
    }
    if (!('field' in predicate)) return undefined
    const { field: name } = predicate
    const field = findField(name, catalogue)?.field
    // A checked predicate names fields that the shop has.
    if (field === undefined) return undefined
    if (field.type === 'flag' && 'value' in predicate && predicate.value === true) {
      return written(name)
    }
    if (name === 'acquisition' && predicate.is === '=' && !isAgo(predicate.value)) {
      return `acquired by ${writeValue(predicate.value, field, catalogue)}`
    }
    if (name === 'overdue' && predicate.is === '<=' && isAgo(predicate.value))
      return `overdue by > ${writeStep(predicate.value.ago)}`
    return [written(name), ' ', writeTest(predicate, field, catalogue)]
  },
}

/** The name of a field as people write it. */
function written(name: FieldName): string {
  if (name === 'rfmRecency' || name === 'rfmFrequency' || name === 'rfmMonetary')
    return wordsOf(name).replace(' ', '.')
  if (!isAttributeFieldName(name)) return wordsOf(name)
  const own = name.slice(prefix.length)
  return prefix + (isWord(own) ? own : quote(own))
}
