import type { Catalogue } from './catalogue.ts'
import { checkEvents } from './check/check-events.ts'
import { checkExpectedPurchases } from './check/check-expected-purchases.ts'
import { checkField } from './check/check-field.ts'
import { checkSegment } from './check/check-segment.ts'
import {
  checkCanReceive,
  checkConsent,
  checkHadLabel,
  checkSample,
  checkWindow,
} from './check/check-small.ts'
import { type CheckContext, checkContext } from './check/context.ts'
import { copyWithinLimits } from './check/copy-within-limits.ts'
import { expectExpandable } from './check/expansion.ts'
import { freeze } from './check/freeze.ts'
import { invalid, within } from './check/invalid.ts'
import { didYouMean, quoted } from './check/nearest.ts'
import type { Plain, PlainObject } from './check/plain.ts'
import { listAt, objectAt, onlyKeys } from './check/shape.ts'
import { integerAt, referenceAt } from './check/values.ts'
import type { Predicate } from './predicate.ts'

/**
 * A predicate made of unknown input: a normalised, frozen, plain copy. Stored and compared
 * predicates are ones that went through here.
 *
 * @throws LanggananError `PREDICATE_TOO_LARGE` past a limit; `PREDICATE_INVALID` for what means
 * nothing in this shop, with the path of the offending part as `field`.
 */
export function check(input: unknown, catalogue: Catalogue): Predicate {
  return checkIn(input, checkContext(catalogue))
}

/** {@link check} in a context that was made before. */
export function checkIn(input: unknown, context: CheckContext): Predicate {
  const predicate = checkNode(copyWithinLimits(input), '', context)
  expectExpandable(predicate, context.definitions)
  return freeze(predicate)
}

type Check = (node: PlainObject, path: string, context: CheckContext) => Predicate

/** Every kind of predicate, by the key that says which it is. */
const kinds: Readonly<Record<string, Check>> = {
  all: (node, path, context) => {
    onlyKeys(node, ['all'], path)
    return { all: checkParts(node.all, within(path, 'all'), context) }
  },
  any: (node, path, context) => {
    onlyKeys(node, ['any'], path)
    return { any: checkParts(node.any, within(path, 'any'), context) }
  },
  not: (node, path, context) => {
    onlyKeys(node, ['not'], path)
    return { not: checkNode(node.not, within(path, 'not'), context) }
  },
  atLeast: checkAtLeast,
  field: checkField,
  purchases: (node, path, context) => checkEvents('purchases', node, path, context),
  payments: (node, path, context) => checkEvents('payments', node, path, context),
  interactions: (node, path, context) => checkEvents('interactions', node, path, context),
  window: checkWindow,
  canReceive: checkCanReceive,
  group: (node, path, context) => {
    onlyKeys(node, ['group'], path)
    return { group: referenceAt(node.group, within(path, 'group'), 'group', context) }
  },
  tag: (node, path, context) => {
    onlyKeys(node, ['tag'], path)
    return { tag: referenceAt(node.tag, within(path, 'tag'), 'tag', context) }
  },
  label: (node, path, context) => {
    onlyKeys(node, ['label'], path)
    return { label: referenceAt(node.label, within(path, 'label'), 'label', context) }
  },
  hadLabel: checkHadLabel,
  labels: (node, path, context) => checkEvents('labels', node, path, context),
  consent: checkConsent,
  expectedPurchases: checkExpectedPurchases,
  segment: checkSegment,
  sample: checkSample,
}

const kindNames = Object.keys(kinds)

function checkNode(value: Plain | undefined, path: string, context: CheckContext): Predicate {
  const expected = `a predicate, an object with one of ${kindNames.join(', ')}`
  const node = objectAt(value, path, expected)
  const [kind, second] = kindNames.filter((name) => name in node)
  if (second !== undefined)
    throw invalid(within(path, second), `cannot stand beside "${kind}" in one predicate.`)
  const checkKind = kind === undefined ? undefined : kinds[kind]
  if (checkKind !== undefined) return checkKind(node, path, context)
  const [written] = Object.keys(node)
  if (written === undefined) throw invalid(path, `expected ${expected}; {"all": []} is everybody.`)
  throw invalid(
    within(path, written),
    `there is no predicate ${quoted(written)}; expected ${expected}.${didYouMean(written, kindNames)}`,
  )
}

function checkParts(value: Plain | undefined, path: string, context: CheckContext): Predicate[] {
  return listAt(value, path, 'a list of predicates').map((part, i) =>
    checkNode(part, within(path, i), context),
  )
}

function checkAtLeast(node: PlainObject, path: string, context: CheckContext): Predicate {
  onlyKeys(node, ['atLeast', 'of'], path)
  const of = checkParts(node.of, within(path, 'of'), context)
  const atLeast = integerAt(node.atLeast, within(path, 'atLeast'))
  if (atLeast >= 1 && atLeast <= of.length) return { atLeast, of }
  throw invalid(within(path, 'atLeast'), `expected a number from 1 to the ${of.length} parts.`)
}
