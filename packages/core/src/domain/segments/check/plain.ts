import { textProblem } from '../../text/clean.ts'
import { limits } from '../limits.ts'
import { invalid, tooLarge, within } from './invalid.ts'

/** What JSON can say. Objects have no prototype: `__proto__` and its kind are names like any other. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainObject

export interface PlainObject {
  readonly [key: string]: Plain
}

/** What has been copied so far. */
export interface Spent {
  text: number
}

const deepestValue = 4
const mostKeys = 20
const longestKey = 200

export function isPlainObject(value: Plain | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isPlainList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value)
}

/** A copy of the value of a test or filter, which is never nested deeply. */
export function copyValue(value: unknown, path: string, spent: Spent, depth = 1): Plain {
  if (typeof value === 'string') return copyText(value, path, spent)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (depth > deepestValue) throw tooLarge(path, 'the value is nested too deeply.')
  if (Array.isArray(value)) {
    return elementsOf(value, path, limits.listValues).map((each, i) =>
      copyValue(each, within(path, i), spent, depth + 1),
    )
  }
  const copy: Record<string, Plain> = Object.create(null)
  for (const [key, part] of entriesOf(value, path)) {
    copy[key] = copyValue(part, within(path, key), spent, depth + 1)
  }
  return copy
}

function copyText(text: string, path: string, spent: Spent): string {
  spent.text += text.length
  if (text.length > limits.textLength || spent.text > limits.wholeText) {
    throw tooLarge(
      path,
      `a text may have ${limits.textLength} characters, all together ${limits.wholeText}.`,
    )
  }
  const problem = textProblem(text)
  if (problem === undefined) return text
  throw invalid(
    path,
    problem === 'nul' ? 'a NUL cannot be stored.' : 'half a surrogate pair is no text.',
  )
}

/** The elements of an array, at most so many of them, without trusting it. */
export function elementsOf(array: readonly unknown[], path: string, most: number): unknown[] {
  const length = ownValue(array, 'length', path)
  if (typeof length !== 'number' || length > most) {
    throw tooLarge(path, `a list may have ${most} elements; for more use a tag.`)
  }
  return Array.from({ length }, (_, i) => ownValue(array, i, within(path, i)))
}

/** The own properties of a plain object, those that are undefined left out. */
export function entriesOf(value: unknown, path: string): [key: string, value: unknown][] {
  if (typeof value !== 'object' || value === null || !hasPlainPrototype(value)) {
    throw invalid(path, 'expected plain JSON data.')
  }
  const keys = Object.keys(value)
  if (keys.length > mostKeys)
    throw invalid(path, `an object with ${keys.length} keys is no part of a predicate.`)
  if (keys.some((key) => key.length > longestKey)) throw invalid(path, 'a key is far too long.')
  return keys
    .map((key): [string, unknown] => [key, ownValue(value, key, within(path, key))])
    .filter(([, part]) => part !== undefined)
}

// An object of another realm has another Object.prototype, so it is known by having none itself.
function hasPlainPrototype(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    prototype === null ||
    (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null)
  )
}

function ownValue(object: object, key: PropertyKey, path: string): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key)
  if (property === undefined || 'value' in property) return property?.value
  throw invalid(path, 'expected plain JSON data, not a getter.')
}
