import type { Predicate, WindowFilters } from '../predicate.ts'
import { invalid, within } from './invalid.ts'
import type { PlainObject } from './plain.ts'
import { objectAt, onlyKeys, wordAt } from './shape.ts'
import { stepAt } from './times.ts'
import { textAt } from './values.ts'

/** `{"window": {}, "is": "open"}`, for which `{"window": "open"}` may be written. */
export function checkWindow(node: PlainObject, path: string): Predicate {
  if (node.window === 'open' && Object.keys(node).length === 1) return { window: {}, is: 'open' }
  const window = windowFiltersAt(node, path)
  const is = wordAt(node.is, ['open', 'closesWithin'], within(path, 'is'))
  onlyKeys(node, is === 'open' ? ['window', 'is'] : ['window', 'is', 'value'], path)
  return is === 'open'
    ? { window, is }
    : { window, is, value: stepAt(node.value, within(path, 'value')) }
}

function windowFiltersAt({ window }: PlainObject, path: string): WindowFilters {
  const inside = within(path, 'window')
  const filters = objectAt(window, inside, 'an object: {} for any business number')
  onlyKeys(filters, ['businessNumber'], inside)
  const { businessNumber } = filters
  return businessNumber === undefined
    ? {}
    : { businessNumber: textAt(businessNumber, within(inside, 'businessNumber')) }
}

export function checkSample(node: PlainObject, path: string): Predicate {
  onlyKeys(node, ['sample', 'seed'], path)
  const { sample } = node
  const seed = textAt(node.seed, within(path, 'seed'))
  if (typeof sample === 'number' && sample > 0 && sample <= 100) return { sample, seed }
  throw invalid(within(path, 'sample'), 'expected a percentage above 0, up to 100.')
}
