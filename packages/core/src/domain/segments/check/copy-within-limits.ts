import { LanggananError } from '../../error/langganan-error.ts'
import { limits } from '../limits.ts'
import { invalid, tooLarge, within } from './invalid.ts'
import { copyValue, elementsOf, entriesOf, type Plain, type Spent } from './plain.ts'

/** A predicate that is still to be copied. */
interface Visit {
  readonly value: unknown
  readonly path: string
  readonly depth: number
  /** Puts the copy where it belongs. */
  readonly place: (copy: Plain) => void
}

/**
 * A copy of unknown input as plain data, within the limits. Predicates are visited in a loop, 501 of
 * them at most, and every property is read once: neither depth nor cycles nor getters matter.
 *
 * @throws LanggananError `PREDICATE_TOO_LARGE`, or `PREDICATE_INVALID` for what is no plain data.
 */
export function copyWithinLimits(input: unknown): Plain {
  try {
    return copyPredicates(input)
  } catch (error) {
    // Thrown by this very copy of the package; the list of all codes is not needed to know it.
    if (error instanceof LanggananError) throw error
    throw invalid('', 'expected plain JSON data; reading a property of it failed.', error)
  }
}

function copyPredicates(input: unknown): Plain {
  const whole: Plain[] = []
  const waiting: Visit[] = [{ value: input, path: '', depth: 1, place: (copy) => whole.push(copy) }]
  const spent: Spent = { text: 0 }
  let visited = 0
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    visited += 1
    if (visit.depth > limits.depth)
      throw tooLarge(visit.path, `predicates may lie ${limits.depth} deep.`)
    const parts = copyPredicate(visit, spent)
    if (visited + waiting.length + parts.length > limits.nodes) {
      throw tooLarge(visit.path, `a predicate may have ${limits.nodes} parts.`)
    }
    waiting.push(...parts)
  }
  return whole[0] ?? null
}

/** Places the copy of one predicate without those inside it, and gives these. */
function copyPredicate({ value, path, depth, place }: Visit, spent: Spent): readonly Visit[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    place(copyValue(value, path, spent))
    return []
  }
  const copy: Record<string, Plain> = Object.create(null)
  const parts: Visit[] = []
  for (const [key, part] of entriesOf(value, path)) {
    const inside = within(path, key)
    if (key === 'not') {
      parts.push({
        value: part,
        path: inside,
        depth: depth + 1,
        place: (each) => put(copy, key, each),
      })
    } else if (isListOfParts(key) && Array.isArray(part)) {
      const copies: Plain[] = []
      copy[key] = copies
      elementsOf(part, inside, limits.nodes).forEach((each, i) => {
        const putThere = (it: Plain): void => put(copies, i, it)
        parts.push({ value: each, path: within(inside, i), depth: depth + 1, place: putThere })
      })
    } else {
      copy[key] = copyValue(part, inside, spent)
    }
  }
  place(copy)
  return parts
}

function isListOfParts(key: string): boolean {
  return key === 'all' || key === 'any' || key === 'of'
}

function put<K extends PropertyKey>(into: Record<K, Plain>, key: K, value: Plain): void {
  into[key] = value
}
