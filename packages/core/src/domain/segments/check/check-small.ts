import { consentChannels, consentDecisions, consentPurposes } from '../../consents/rows.ts'
import type { CanReceivePredicate, Predicate, WindowFilters } from '../predicate.ts'
import type { CheckContext } from './context.ts'
import { invalid, within } from './invalid.ts'
import type { PlainObject } from './plain.ts'
import { objectAt, onlyKeys, wordAt } from './shape.ts'
import { stepAt } from './times.ts'
import { dateAt, referenceAt, textAt } from './values.ts'

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
    : { businessNumber: textAt(businessNumber, within(inside, 'businessNumber')).trim() }
}

export function checkHadLabel(node: PlainObject, path: string, context: CheckContext): Predicate {
  onlyKeys(node, ['hadLabel', 'at'], path)
  return {
    hadLabel: referenceAt(node.hadLabel, within(path, 'hadLabel'), 'label', context),
    at: dateAt(node.at, within(path, 'at')),
  }
}

export function checkConsent(node: PlainObject, path: string): Predicate {
  onlyKeys(node, ['consent', 'is', 'channel'], path)
  const consent = wordAt(node.consent, consentPurposes, within(path, 'consent'))
  const is = wordAt(node.is, consentDecisions, within(path, 'is'))
  return node.channel === undefined
    ? { consent, is }
    : { consent, is, channel: wordAt(node.channel, consentChannels, within(path, 'channel')) }
}

export function checkCanReceive(node: PlainObject, path: string): CanReceivePredicate {
  const canReceive = wordAt(node.canReceive, ['freeForm', 'template'], within(path, 'canReceive'))
  if (canReceive === 'template') {
    onlyKeys(node, ['canReceive'], path)
    return { canReceive }
  }
  onlyKeys(node, ['canReceive', 'businessNumber'], path)
  const { businessNumber } = node
  return businessNumber === undefined
    ? { canReceive }
    : { canReceive, businessNumber: textAt(businessNumber, within(path, 'businessNumber')).trim() }
}

export function checkSample(node: PlainObject, path: string): Predicate {
  onlyKeys(node, ['sample', 'seed'], path)
  const { sample } = node
  const seed = textAt(node.seed, within(path, 'seed'))
  if (typeof sample === 'number' && sample > 0 && sample <= 100) return { sample, seed }
  throw invalid(within(path, 'sample'), 'expected a percentage above 0, up to 100.')
}
