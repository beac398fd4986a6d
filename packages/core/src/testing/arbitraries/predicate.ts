import fc from 'fast-check'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { consentFields } from '../../domain/segments/fields/consent-fields.ts'
import { scoreFields } from '../../domain/segments/fields/score-fields.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { oneOf } from './draw.ts'
import { arbitraryEventsPredicate, arbitraryLabelsPredicate } from './event-predicates.ts'
import { arbitraryFieldPredicate } from './field-predicates.ts'
import { businessNumbers } from './pools.ts'
import {
  arbitraryConsentPredicate,
  arbitraryExpectedPurchases,
  arbitraryLabelPredicate,
  arbitrarySegmentPredicate,
} from './recorded-predicates.ts'
import { poolsAt, type ScenePools } from './scene-pools.ts'

/** Fields that read more than one column of the customer's row and facts: more ways to go wrong. */
const widerFields = [
  ...Object.keys(consentFields),
  ...Object.keys(scoreFields),
  'overdue',
  'overdueBalance',
  'firstPurchaseAnniversary',
  'emailBounced',
]

const midYear = Date.UTC(2026, 6, 15, 8, 30)

/**
 * Any predicate of a shop, in the form that `check` leaves it in.
 *
 * @param pools of values and times to compare with; all of them, in the middle of 2026, by default.
 */
export function arbitraryPredicate(
  catalogue: Catalogue,
  pools: ScenePools = poolsAt(midYear, catalogue.timeZone),
): fc.Arbitrary<Predicate> {
  const leaf: fc.Arbitrary<Predicate> = fc.oneof(
    { weight: 14, arbitrary: arbitraryFieldPredicate(pools, catalogue) },
    { weight: 5, arbitrary: arbitraryEventsPredicate(pools, catalogue) },
    { weight: 1, arbitrary: oneOf(catalogue.groups).map(({ id }) => ({ group: id })) },
    { weight: 1, arbitrary: oneOf(catalogue.tags).map(({ id }) => ({ tag: id })) },
    { weight: 1, arbitrary: windowPredicate(pools) },
    { weight: 1, arbitrary: canReceivePredicate },
    { weight: 10, arbitrary: arbitraryFieldPredicate(pools, catalogue, widerFields) },
    { weight: 3, arbitrary: arbitraryLabelsPredicate(pools, catalogue) },
    { weight: 2, arbitrary: arbitraryLabelPredicate(pools, catalogue) },
    { weight: 1, arbitrary: arbitraryConsentPredicate },
    { weight: 1, arbitrary: arbitraryExpectedPurchases },
    ...(catalogue.segments.length === 0
      ? []
      : [{ weight: 2, arbitrary: arbitrarySegmentPredicate(pools, catalogue) }]),
    { weight: 1, arbitrary: samplePredicate },
  )
  const deepest = 3
  const { node } = fc.letrec<{ node: Predicate }>((tie) => {
    const parts = fc.array(tie('node'), { maxLength: 4 })
    return {
      node: fc.oneof(
        { maxDepth: deepest, depthSize: 'small' },
        { weight: 3, arbitrary: leaf },
        { weight: 2, arbitrary: tie('node').map((not) => ({ not })) },
        { weight: 2, arbitrary: parts.map((all) => ({ all })) },
        { weight: 2, arbitrary: parts.map((any) => ({ any })) },
        { weight: 1, arbitrary: atLeastOf(tie('node')) },
      ),
    }
  })
  return node
}

function atLeastOf(part: fc.Arbitrary<Predicate>): fc.Arbitrary<Predicate> {
  return fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(3))
    .map(([of, count]) => ({ atLeast: 1 + (count % of.length), of }))
}

function windowPredicate({ steps }: ScenePools): fc.Arbitrary<Predicate> {
  return fc
    .tuple(fc.constantFrom(undefined, ...businessNumbers.slice(1)), fc.option(oneOf(steps)))
    .map(([businessNumber, step]) => {
      const window = businessNumber === undefined ? {} : { businessNumber }
      return step === null ? { window, is: 'open' } : { window, is: 'closesWithin', value: step }
    })
}

const canReceivePredicate: fc.Arbitrary<Predicate> = fc.oneof(
  fc.constant({ canReceive: 'template' as const }),
  fc.constant({ canReceive: 'freeForm' as const }),
  oneOf(businessNumbers.slice(1)).map((businessNumber) => ({
    canReceive: 'freeForm' as const,
    businessNumber,
  })),
)

const samplePredicate: fc.Arbitrary<Predicate> = fc.record({
  sample: fc.constantFrom(10, 33.3, 50, 100, 0.001),
  seed: fc.constantFrom('ab-1', 'ab-2', '😀'),
})
