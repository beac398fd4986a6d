import { invalid, within } from './invalid.ts'
import { didYouMean, quoted } from './nearest.ts'
import { isPlainList, isPlainObject, type Plain, type PlainObject } from './plain.ts'

/** @throws LanggananError `PREDICATE_INVALID` if it is no object. */
export function objectAt(value: Plain | undefined, path: string, expected: string): PlainObject {
  if (isPlainObject(value)) return value
  throw invalid(path, `expected ${expected}.`)
}

/** @throws LanggananError `PREDICATE_INVALID` if it is no list. */
export function listAt(value: Plain | undefined, path: string, expected: string): readonly Plain[] {
  if (isPlainList(value)) return value
  throw invalid(path, `expected ${expected}.`)
}

/** The parts of a list of two at most. */
export function pairAt(
  value: Plain | undefined,
  path: string,
  expected: string,
): readonly [Plain | undefined, Plain | undefined] {
  const [first, second, ...more] = listAt(value, path, expected)
  if (more.length === 0) return [first, second]
  throw invalid(path, `expected ${expected}.`)
}

/** @throws LanggananError `PREDICATE_INVALID` if an object has a key that means nothing there. */
export function onlyKeys(object: PlainObject, known: readonly string[], path: string): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue
    throw invalid(
      within(path, key),
      `there is no key ${quoted(key)} here; expected ${known.join(', ')}.${didYouMean(key, known)}`,
    )
  }
}

/** The word, if it is one of the known. */
export function wordAt<W extends string>(
  value: Plain | undefined,
  known: readonly W[],
  path: string,
): W {
  const word = known.find((each) => each === value)
  if (word !== undefined) return word
  const near = typeof value === 'string' ? didYouMean(value, known) : ''
  throw invalid(path, `expected one of ${known.join(', ')}.${near}`)
}
