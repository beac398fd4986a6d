import { fold } from '../../text/fold.ts'
import type { Catalogue, Named } from '../catalogue.ts'
import type { ReferenceKind } from '../check/context.ts'
import { didYouMean } from '../check/nearest.ts'
import type { Plain } from '../check/plain.ts'
import { nounOf } from '../check/scalars.ts'
import type { FieldType } from '../fields/field-types.ts'
import type { Scalar } from '../predicate.ts'
import { digitsOf, readAmount, wholeNumber } from './numbers.ts'
import { quote } from './quote.ts'
import type { Reader } from './reader.ts'
import { isWord } from './tokens.ts'
import { writeAmount } from './write-amount.ts'

/** What the values of a field, a filter or a measure are. */
export interface Subject {
  readonly type: FieldType
  readonly choices?: readonly string[]
  /** What a reference is to; a category where nothing is said. */
  readonly refersTo?: ReferenceKind
}

/** A value in the way that its type is written. */
export function readValue(
  reader: Reader,
  { type, choices = [], refersTo = 'category' }: Subject,
): Plain {
  switch (type) {
    case 'money':
    case 'average':
      return readAmount(reader)
    case 'reference':
      return readReference(reader, refersTo)
    case 'integer':
    case 'age': {
      const token = reader.take('number')
      return token === undefined ? reader.expected(nounOf[type]) : wholeNumber(token)
    }
    case 'number':
    case 'share': {
      const token = reader.take('number')
      return token === undefined ? reader.expected(nounOf.number) : Number(digitsOf(token))
    }
    case 'flag':
      if (reader.skip('true')) return true
      return reader.skip('false') ? false : reader.expected('true or false', ['true', 'false'])
    case 'choice':
      return readChoice(reader, choices)
    case 'text':
      return readText(reader)
    case 'exactText': // codes, such as the names of channels
      return reader.takeWord() ?? readText(reader)
    default:
      return readDate(reader)
  }
}

/** A text in quotes. */
export function readText(reader: Reader, what = 'a text'): string {
  return reader.takeText() ?? reader.expected(`${what} in double quotes`)
}

/** Values in parentheses. */
export function readValues(reader: Reader, of: Subject): readonly Plain[] {
  const places: number[] = []
  const values = reader.list(() => {
    places.push(reader.at)
    return readValue(reader, of)
  })
  return reader.keep(values, places)
}

/** A date, or an instant with its offset. */
export function readDate(reader: Reader): string {
  const date = reader.take('date')?.raw ?? reader.takeText()
  return date ?? reader.expected('a date such as 2026-01-31')
}

/** A word of a list. In quotes it is taken as written, else whatever its case. */
function readChoice(reader: Reader, choices: readonly string[]): Plain {
  const text = reader.takeText()
  if (text !== undefined) return text
  const word = reader.takeWord()
  if (word === undefined) return reader.expected(`one of ${choices.join(', ')}`)
  const fits = (choice: string): boolean => choice.toLowerCase() === word.toLowerCase()
  return choices.includes(word) ? word : (choices.find(fits) ?? word)
}

const lists = {
  group: 'groups',
  tag: 'tags',
  category: 'categories',
  label: 'labels',
  segment: 'segments',
} as const

/** The id of something that is written by its name, or as `id "…"`. */
export function readReference(reader: Reader, kind: ReferenceKind): string {
  const at = reader.at
  const byId = reader.skip('id')
  const name = readText(reader, byId ? `the id of a ${kind}` : `the name of a ${kind}`)
  if (byId) return name
  const all: readonly Sourced[] = reader.catalogue[lists[kind]]
  const [meant, second] = namedSo(all, name)
  if (meant === undefined) {
    const near = didYouMean(
      name,
      all.flatMap((each) => [each.name, sourcedName(each)]),
    )
    return reader.refuse(at, `this shop has no ${kind} with this name.${near}`)
  }
  if (second === undefined) return meant.id
  const ways = [meant, second].flatMap((each) => [
    ...(each.source === undefined ? [] : [quote(sourcedName(each))]),
    `id ${quote(each.id)}`,
  ])
  return reader.refuse(at, `this shop has two of this name; write ${ways.join(' or ')}.`)
}

/** Something that is named; labels of several sources may have one name. */
interface Sourced extends Named {
  readonly source?: string
}

/** Those with exactly this name, or source and name; if there is none, those whose name folds alike. */
function namedSo(all: readonly Sourced[], name: string): readonly Sourced[] {
  const exact = all.filter((each) => each.name === name)
  if (exact.length > 0) return exact
  const sourced = all.filter((each) => sourcedName(each) === name)
  return sourced.length > 0 ? sourced : all.filter((each) => fold(each.name) === fold(name))
}

function sourcedName({ source, name }: Sourced): string {
  return source === undefined ? name : `${source}:${name}`
}

/** The name of something, with its source where the name alone does not tell which it is; else its id. */
export function writeReference(id: string, kind: ReferenceKind, catalogue: Catalogue): string {
  const all: readonly Sourced[] = catalogue[lists[kind]]
  const named = all.find((each) => each.id === id)
  const names = named === undefined ? [] : [named.name, sourcedName(named)]
  const telling = names.find(
    (name) => namedSo(all, name).length === 1 && namedSo(all, name)[0] === named,
  )
  return telling === undefined ? `id ${quote(id)}` : quote(telling)
}

// Behind "is" these would say something else.
const reserved: ReadonlySet<string> = /* @__PURE__ */ new Set(['missing', 'not', 'present'])

export function writeValue(
  value: Scalar,
  { type, refersTo = 'category' }: Subject,
  catalogue: Catalogue,
): string {
  if (typeof value === 'object')
    return `${value.currency} ${writeAmount(value.minor, catalogue.scale)}`
  if (typeof value !== 'string') {
    const isMoney = type === 'money' || type === 'average'
    return isMoney ? writeAmount(Number(value), catalogue.scale) : String(value)
  }
  switch (type) {
    case 'choice':
      return isWord(value) && !reserved.has(value.toLowerCase()) ? value : quote(value)
    case 'reference':
      return writeReference(value, refersTo, catalogue)
    case 'localDate':
    case 'instant':
      return value
    default:
      return quote(value)
  }
}
