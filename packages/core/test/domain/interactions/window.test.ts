import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WindowRow } from '../../../src/domain/interactions/rows.ts'
import { windowAfter, windowClosedFor } from '../../../src/domain/interactions/window.ts'
import { writtenFrom } from '../../../src/domain/interactions/written-from.ts'

const place = { customerId: 'c', businessNumber: '1' }

type Told =
  | { readonly says: 'wrote'; readonly at: number; readonly from: string | null }
  | { readonly says: 'closed'; readonly at: number }

/** Few instants, so that several share one. */
const at = fc.nat({ max: 3 })
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.record({
    says: fc.constant('wrote' as const),
    at,
    from: fc.constantFrom('number +1', 'number +2', 'userId ID.7', null),
  }),
  fc.record({ says: fc.constant('closed' as const), at }),
)

function windowOf(events: readonly Told[]): WindowRow | undefined {
  return events.reduce<WindowRow | undefined>(
    (known, event) =>
      event.says === 'wrote'
        ? windowAfter(known, { ...place, at: event.at }, event.from)
        : windowClosedFor(known, place, event.at),
    undefined,
  )
}

test('the window, and who wrote last, come to the same in any order and told twice', () => {
  const orders = fc
    .array(told, { minLength: 1, maxLength: 6 })
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    )
  fc.assert(
    fc.property(orders, ([events, elsewhere]) => {
      expect(windowOf(elsewhere)).toEqual(windowOf(events))
    }),
  )
})

test.each([
  [
    [
      ['userId', 'ID.7'],
      ['phone', '+6281234567890'],
      ['whatsapp', '6285711112222'],
    ],
    'number +6285711112222',
  ],
  [
    [
      ['userId', 'ID.7'],
      ['phone', '+6281234567890'],
    ],
    'number +6281234567890',
  ],
  [[['phone', '+525512345678']], 'number +525512345678'],
  [[['whatsapp', '5215512345678']], 'number +525512345678'],
  [
    [
      ['lid', '987654321012345'],
      ['userId', 'ID.7'],
    ],
    'userId ID.7',
  ],
  [
    [
      ['lid', '987654321012345'],
      ['email', 'sari@example.com'],
    ],
    null,
  ],
] as const)('of %j somebody wrote from %s', (known, from) => {
  const identities = known.map(([kind, value]) => ({ kind, value, given: value }))
  expect(writtenFrom(identities)).toBe(from)
})
