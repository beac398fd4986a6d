import fc from 'fast-check'
import { consentChannels, consentDecisions, consentPurposes } from '../../domain/consents/rows.ts'
import { horizons } from '../../domain/scores/rows.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import type { ExpectedPurchasesPredicate, Predicate } from '../../domain/segments/predicate.ts'
import { oneOf } from './draw.ts'
import { thousandths } from './pools.ts'
import type { ScenePools } from './scene-pools.ts'

/** Whether a label is on, or was at the end of a day. */
export function arbitraryLabelPredicate(
  { dates }: ScenePools,
  { labels }: Catalogue,
): fc.Arbitrary<Predicate> {
  const label = oneOf(labels.map(({ id }) => id))
  return fc.oneof(
    label.map((id) => ({ label: id })),
    fc.tuple(label, oneOf(dates)).map(([hadLabel, at]) => ({ hadLabel, at })),
  )
}

export const arbitraryConsentPredicate: fc.Arbitrary<Predicate> = fc
  .tuple(
    oneOf(consentPurposes),
    oneOf(consentDecisions),
    fc.option(oneOf(consentChannels), { nil: undefined, freq: 2 }),
  )
  .map(([consent, is, channel]) => ({ consent, is, ...(channel === undefined ? {} : { channel }) }))

const purchases = oneOf(thousandths).map((stored) => stored / 1_000)

export const arbitraryExpectedPurchases: fc.Arbitrary<Predicate> = oneOf(horizons).chain((days) => {
  const expectedPurchases = { days }
  return fc.oneof<fc.Arbitrary<ExpectedPurchasesPredicate>[]>(
    fc.record({
      expectedPurchases: fc.constant(expectedPurchases),
      is: fc.constantFrom(...(['=', '<', '<=', '>', '>='] as const)),
      value: purchases,
    }),
    fc.tuple(purchases, purchases).map(([a, b]) => ({
      expectedPurchases,
      is: 'between' as const,
      value: [Math.min(a, b), Math.max(a, b)] as const,
    })),
    fc.constant({ expectedPurchases, is: 'missing' as const }),
  )
})

/** Whoever belongs to a segment, or has belonged for long; the shop must have segments. */
export function arbitrarySegmentPredicate(
  { steps }: ScenePools,
  { segments }: Catalogue,
): fc.Arbitrary<Predicate> {
  const any = oneOf(segments).map(({ id }) => ({ segment: id }))
  const tracked = segments.filter((segment) => segment.tracked)
  if (tracked.length === 0) return any
  return fc.oneof(
    any,
    fc
      .tuple(oneOf(tracked), oneOf(steps))
      .map(([{ id }, length]) => ({ segment: id, for: length })),
  )
}
