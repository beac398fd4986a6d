import { isLanggananError } from '../../error/langganan-error.ts'
import type { Catalogue } from '../catalogue.ts'
import { invalid } from '../check/invalid.ts'
import { check } from '../check.ts'
import { limits } from '../limits.ts'
import type { Predicate } from '../predicate.ts'
import { inWords } from './in-words.ts'
import { errorIn, type Place, placeIn } from './place.ts'
import { readWhole } from './read-predicate.ts'
import { Reader } from './reader.ts'

/**
 * A predicate from its text form, checked.
 *
 * @throws LanggananError `PREDICATE_INVALID` with what was expected and the nearest known name, or
 * `PREDICATE_TOO_LARGE`; the details hold `line` and `column`, from 1 on, in characters.
 *
 * @example
 * ```ts
 * const rich: Predicate = parse('ltv >= 5_000_000 and not archived', catalogue)
 * ```
 */
export function parse(text: string, catalogue: Catalogue): Predicate {
  return parseWithPlaces(text, catalogue).predicate
}

/** A predicate from its text, and where its parts stand there. */
interface Parsed {
  readonly predicate: Predicate
  /** By a path as in errors. */
  readonly placeOf: (path: string) => Place
}

/** {@link parse}, for who has to say more about the text. */
export function parseWithPlaces(text: string, catalogue: Catalogue): Parsed {
  if (typeof text !== 'string') throw invalid('', 'expected a text.')
  if (bytesOf(text) > limits.textBytes) {
    const problem = `a text may have ${limits.textBytes} bytes; for long lists use a tag or a group.`
    throw errorIn(text, limits.textBytes, problem, 'PREDICATE_TOO_LARGE')
  }
  const reader = new Reader(text, catalogue)
  const json = readWhole(reader)
  try {
    return {
      predicate: check(json, catalogue),
      placeOf: (path) => placeIn(text, reader.placeOf(json, path)),
    }
  } catch (error) {
    if (!isLanggananError(error)) throw error
    const { field = '', message, code } = error
    const problem = inWords(message.slice(message.indexOf(': ') + 2))
    throw errorIn(text, reader.placeOf(json, field), problem, code)
  }
}

/** Bytes in UTF-8, or more than are taken. */
function bytesOf(text: string): number {
  if (text.length > limits.textBytes) return text.length
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // Half a pair takes two bytes, other units beyond U+07FF three.
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}
