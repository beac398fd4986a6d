import fc from 'fast-check'
import type { Rows } from '../../domain/change/rows.ts'
import { consentChannels, consentDecisions, consentPurposes } from '../../domain/consents/rows.ts'
import { rfmGroups } from '../../domain/scores/rows.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { startOfLocalDay } from '../../domain/time/zone.ts'
import { oneOf, orNull } from './draw.ts'
import { people, probabilities, ranks, thousandths } from './pools.ts'
import type { ScenePools } from './scene-pools.ts'

/** What is recorded of a customer besides lists and events: keys and owners are given by the population. */
export interface RecordedRows {
  readonly labels: readonly Omit<Rows['labelSpans'], 'customerId' | 'byFold'>[]
  readonly consents: readonly Omit<Rows['consents'], 'customerId'>[]
  readonly scores: Omit<Rows['scores'], 'customerId'> | null
  readonly memberships: readonly Omit<Rows['segmentMembers'], 'customerId'>[]
}

/** Spans are any that columns can hold, also ones that overlap: engines do not ask whether they agree. */
export function arbitraryRecorded(
  pools: ScenePools,
  catalogue: Catalogue,
): fc.Arbitrary<RecordedRows> {
  const { instants, dates, timeZone } = pools
  const dayEnds = dates.map((date) => startOfLocalDay(addDays(date, 1), timeZone))
  const instant = fc.oneof(oneOf(instants), oneOf(dayEnds))
  const span = fc.record({
    labelId: oneOf(catalogue.labels.map(({ id }) => id)),
    at: instant,
    until: fc.option(instant, { nil: null, freq: 2 }),
    by: orNull(people),
  })
  const consent = fc.record({
    purpose: oneOf(consentPurposes),
    channel: oneOf(consentChannels),
    decision: oneOf(consentDecisions),
    at: oneOf(instants),
  })
  const membership = fc.record({
    segmentId: oneOf(catalogue.segments.map(({ id }) => id)),
    since: oneOf(instants),
  })
  return fc.record({
    labels: fc.array(span, { maxLength: 4 }),
    consents: fc.array(consent, { maxLength: 4 }),
    scores: fc.option(scores(), { nil: null, freq: 4 }),
    memberships:
      catalogue.segments.length === 0 ? fc.constant([]) : fc.array(membership, { maxLength: 3 }),
  })
}

function scores(): fc.Arbitrary<Omit<Rows['scores'], 'customerId'>> {
  const rank = orNull(ranks)
  const expected = orNull(thousandths)
  return fc.record({
    rfmRecency: rank,
    rfmFrequency: rank,
    rfmMonetary: rank,
    rfmGroup: orNull(rfmGroups),
    rfmAsOf: fc.constant(0),
    probabilityAlive: orNull(probabilities),
    expectedPurchases30: expected,
    expectedPurchases90: expected,
    expectedPurchases180: expected,
    expectedPurchases365: expected,
    modelAsOf: fc.constant(0),
  })
}
