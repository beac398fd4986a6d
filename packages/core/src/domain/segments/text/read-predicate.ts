import type { Plain, PlainObject } from '../check/plain.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { wholeNumber } from './numbers.ts'
import type { ReadPhrase } from './phrase.ts'
import { phrases } from './phrases.ts'
import type { Reader } from './reader.ts'

/** A predicate up to the end of the text. */
export function readWhole(reader: Reader): Plain {
  const predicate = readPredicate(reader)
  if (reader.take('end') === undefined) reader.expected('"and", "or" or the end', ['and', 'or'])
  return predicate
}

/** `or` binds weakest, then `and`, then `not`. */
function readPredicate(reader: Reader): PlainObject {
  return readChain(reader, 'or', 'any', (_, before) =>
    readChain(reader, 'and', 'all', readPart, before),
  )
}

function readChain(
  reader: Reader,
  word: 'and' | 'or',
  key: 'all' | 'any',
  read: (reader: Reader, before?: PlainObject) => PlainObject,
  before?: PlainObject,
): PlainObject {
  const at = reader.at
  const first = read(reader, before)
  if (!reader.sees(word)) return first
  const parts = [first]
  const places = [at]
  while (reader.skip(word)) {
    places.push(reader.at)
    parts.push(read(reader, parts.at(-1)))
  }
  return reader.keep({ [key]: reader.keep(parts, places) }, { [key]: at })
}

/** @param before the part before the word that joins this one to it */
function readPart(reader: Reader, before?: PlainObject): PlainObject {
  const at = reader.at
  // Parentheses are no part of what is read.
  if (!reader.sees('(')) reader.countPart()
  const what = 'a condition such as orders >= 3'
  const begin = reader.find(beginnings)
  if (begin !== undefined) return begin(reader, at)
  const isValue = before?.is === '=' && !reader.seesA('end')
  return reader.expected(what, beginnings.wordings, isValue ? severalValues : '')
}

const severalValues = ' Several values of one field are written as in city in ("Bogor", "Depok").'

function readParts(reader: Reader): readonly PlainObject[] {
  const places: number[] = []
  const parts = reader.within(() =>
    reader.list(() => {
      places.push(reader.at)
      return readPredicate(reader)
    }),
  )
  return reader.keep(parts, places)
}

/** Everything that a predicate can begin with. */
const beginnings: Lexicon<ReadPhrase> = /* @__PURE__ */ lexicon<ReadPhrase>({
  .../* @__PURE__ */ Object.fromEntries(phrases.flatMap(({ reads }) => Object.entries(reads))),
  '(': (reader) => {
    const inside = reader.within(() => readPredicate(reader))
    if (!reader.skip(')')) reader.expected('"and", "or" or ")"', ['and', 'or'])
    return inside
  },
  not: (reader) => ({ not: reader.within(() => readPart(reader)) }),
  all: (reader, at) => reader.keep({ all: readParts(reader) }, { all: at }),
  any: (reader, at) => reader.keep({ any: readParts(reader) }, { any: at }),
  'at least': (reader) => {
    const at = reader.at
    const count = reader.take('number') ?? reader.expected('a number')
    reader.need('of')
    const ofAt = reader.at
    const json = { atLeast: wholeNumber(count), of: readParts(reader) }
    return reader.keep(json, { atLeast: at, of: ofAt })
  },
})
