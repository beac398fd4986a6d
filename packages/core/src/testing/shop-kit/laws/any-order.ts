import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { consentChannels, consentDecisions } from '../../../domain/consents/rows.ts'
import type { ConsentInput } from '../../../shop/input/consent.ts'
import type { LabelEventInput } from '../../../shop/input/label.ts'
import type { Shop } from '../../../shop/shop.ts'
import { testLaw } from '../world/holds.ts'
import { type OpenStorage, openStorage, shopIn } from '../world/open.ts'

type LabelTold = Omit<LabelEventInput, 'customer'>
type ConsentTold = Omit<ConsentInput, 'customer'>

/** What was told, and the order that it comes in elsewhere, where some of it comes twice. */
interface Told<T> {
  readonly events: readonly T[]
  readonly elsewhere: readonly T[]
}

/** Few instants, so that several events share one. */
const at = fc.integer({ min: 0, max: 4 }).map((hours) => new Date(hours * 3_600_000))
const by = fc.constantFrom('dina', 'budi', null)

const labelTold: fc.Arbitrary<LabelTold> = fc.record({
  label: fc.constantFrom('Grade A', 'Grade B'),
  source: fc.constant('waha'),
  change: fc.constantFrom('added', 'removed'),
  at,
  by,
})

const consentTold: fc.Arbitrary<ConsentTold> = fc.record({
  purpose: fc.constantFrom('marketing', 'service'),
  channel: fc.constantFrom(...consentChannels.slice(0, 2), null),
  decision: fc.constantFrom(...consentDecisions),
  at,
  by,
})

export function anyOrderLaws(open: OpenStorage): void {
  describe('law 13, any order, any number of times', () => {
    testLaw(
      'law 13: events of labels and consents that carry their time end in the same state',
      fc.record({ labels: told(labelTold), consents: told(consentTold) }),
      { ordinary: 60, long: 4_000 },
      async () => {
        const storage = await openStorage(open)
        return async ({ labels, consents }, number) => {
          const shops = [
            (await shopIn(storage, { id: `told-${number}` })).shop,
            (await shopIn(storage, { id: `elsewhere-${number}` })).shop,
          ] as const
          const straight = await stateAfter(shops[0], labels.events, consents.events)
          const shuffled = await stateAfter(shops[1], labels.elsewhere, consents.elsewhere)
          expect(shuffled).toEqual(straight)
        }
      },
    )
  })
}

function told<T extends object>(event: fc.Arbitrary<T>): fc.Arbitrary<Told<T>> {
  return fc
    .array(event, { maxLength: 8 })
    .map((events) => events.map((each, i) => ({ ...each, eventId: `ev-${i}` })))
    .chain((events) =>
      fc
        .tuple(
          fc.shuffledSubarray(events),
          fc.shuffledSubarray(events, { minLength: events.length }),
        )
        .map(([some, all]) => ({ events, elsewhere: [...some, ...all] })),
    )
}

/** What a customer has after all that was told, without the ids that the shop gave. */
async function stateAfter(
  shop: Shop,
  labels: readonly LabelTold[],
  consents: readonly ConsentTold[],
): Promise<object> {
  const { id: customer } = await shop.customers.add({ name: 'Sari' })
  for (const event of labels) await shop.labels.record({ customer, ...event })
  for (const event of consents) await shop.consents.record({ customer, ...event })
  const { current } = await shop.labels.of(customer)
  const moments = [0, 1, 2, 3, 4].map((hours) => hours * 3_600_000)
  return {
    labels: current.map(({ name, source, since, by: who }) => ({ name, source, since, who })),
    consents: (await shop.consents.of(customer)).current,
    putOn: await Promise.all(
      moments.map((moment) =>
        shop.segments.count({
          labels: {},
          measure: 'first',
          is: '>=',
          value: new Date(moment).toISOString(),
        }),
      ),
    ),
    counts: await Promise.all(
      [0, 1, 2, 3, 4].map((value) =>
        shop.segments.count({ labels: { by: 'dina' }, measure: 'count', is: '=', value }),
      ),
    ),
    told: (await shop.labels.of(customer)).log.length,
  }
}
