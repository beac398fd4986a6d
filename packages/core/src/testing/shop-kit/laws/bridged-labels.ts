import fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { LabelChat, SnapshotChat, ToldOfLabels } from '../../../shop/input/labels-told.ts'
import type { Shop } from '../../../shop/shop.ts'
import { testLaw } from '../world/holds.ts'
import { type OpenStorage, openStorage, shopIn } from '../world/open.ts'

const numbers: readonly string[] = ['6281234567890', '6285711112222', '6289655551234']
const keys: readonly string[] = ['1', '9']

/** The linked id of the n-th number. */
const lidOf = (n: number): string => `11111111111111${n}`

/** Few instants, so that several events share one. */
const at = fc.integer({ min: 0, max: 4 }).map((hours) => new Date(hours * 3_600_000))
const label = fc.constantFrom(...keys)
const who = fc.nat({ max: numbers.length - 1 })

const chat: fc.Arbitrary<LabelChat> = fc
  .tuple(who, fc.constantFrom('number', 'lid', 'both'))
  .map(([n, known]) => ({
    ...(known === 'lid' ? {} : { whatsapp: numbers[n] ?? '' }),
    ...(known === 'number' ? {} : { lid: lidOf(n) }),
  }))

const change = fc.constantFrom<'added' | 'removed'>('added', 'added', 'removed')
const told = { chat: fc.constant<'chat'>('chat'), label: fc.constant<'label'>('label') }
const edit = { name: fc.constantFrom('Baru', 'Grade A', null), deleted: fc.boolean() }

const timed: fc.Arbitrary<ToldOfLabels> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ told: told.chat, label, chat, change, at }) },
  { weight: 1, arbitrary: fc.record({ told: told.label, label, ...edit, at }) },
  { weight: 1, arbitrary: who.map((n) => lidTold(n)) },
)
const untimed: fc.Arbitrary<ToldOfLabels> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ told: told.chat, label, chat, change }) },
  { weight: 1, arbitrary: fc.record({ told: told.label, label, ...edit }) },
  { weight: 1, arbitrary: who.map((n) => lidTold(n)) },
)
const listed: fc.Arbitrary<readonly SnapshotChat[]> = fc.uniqueArray(
  fc.record({
    chat: who.map((n) => ({ whatsapp: numbers[n] ?? '' })),
    labels: fc.subarray([...keys]),
  }),
  { selector: (row) => row.chat.whatsapp },
)

export function bridgedLabelLaws(open: OpenStorage): void {
  describe('law 13, any order, any number of times: labels from a bridge', () => {
    testLaw(
      'law 13: what a bridge tells with its time ends in the same state, once every number is known',
      toldTwice(timed),
      { ordinary: 40, long: 4_000 },
      async () => {
        const storage = await openStorage(open)
        return async ({ events, elsewhere }, number) => {
          const shops = await twoShops(storage, number)
          const [straight, shuffled] = [shops[0], shops[1]]
          await hear(straight, [...events, ...allLids])
          for (const event of elsewhere) await hear(shuffled, [event])
          await hear(shuffled, allLids)
          expect(await stateOf(shuffled)).toEqual(await stateOf(straight))
          expect(await shuffled.rebuild()).toBe(0)
        }
      },
    )

    testLaw(
      'law 13: what a bridge tells without a time ends as a full list says, whatever went missing',
      fc.record({
        one: fc.array(untimed, { maxLength: 8 }),
        list: listed,
        other: toldTwice(untimed),
      }),
      { ordinary: 40, long: 4_000 },
      async () => {
        const storage = await openStorage(open)
        return async ({ one, list, other }, number) => {
          const shops = await twoShops(storage, number)
          await hear(shops[0], one)
          await hear(shops[1], other.elsewhere)
          for (const shop of shops) {
            const full = {
              source: 'waha',
              labels: keys.map((key) => ({ label: key })),
              chats: list,
            }
            await hear(shop, allLids)
            await shop.labels.reconcile(full)
            const again = await shop.labels.reconcile(full)
            expect(again).toMatchObject({ recorded: 0, labelsEdited: 0, waiting: 0 })
            expect(await currentOf(shop)).toEqual(wantedOf(list))
          }
        }
      },
    )
  })
}

function lidTold(n: number): ToldOfLabels {
  return { told: 'lid', lid: lidOf(n), whatsapp: numbers[n] ?? '' }
}

const allLids: readonly ToldOfLabels[] = numbers.map((_, n) => lidTold(n))

interface ToldTwice {
  readonly events: readonly ToldOfLabels[]
  /** The same in another order, some of it twice. */
  readonly elsewhere: readonly ToldOfLabels[]
}

function toldTwice(event: fc.Arbitrary<ToldOfLabels>): fc.Arbitrary<ToldTwice> {
  return fc
    .array(event, { maxLength: 10 })
    .chain((events) =>
      fc
        .tuple(
          fc.shuffledSubarray(events),
          fc.shuffledSubarray(events, { minLength: events.length }),
        )
        .map(([some, all]) => ({ events, elsewhere: [...some, ...all] })),
    )
}

async function twoShops(
  storage: Awaited<ReturnType<typeof openStorage>>,
  number: number,
): Promise<readonly [Shop, Shop]> {
  return [
    (await shopIn(storage, { id: `straight-${number}` })).shop,
    (await shopIn(storage, { id: `shuffled-${number}` })).shop,
  ]
}

async function hear(shop: Shop, events: readonly ToldOfLabels[]): Promise<void> {
  const { conflicts } = await shop.labels.hear({ source: 'waha', events })
  expect(conflicts).toEqual([])
}

/** Who has which label since when, and what the labels are. */
async function stateOf(shop: Shop): Promise<object> {
  const labels = (await shop.labels.list()).map(({ key, name, deletedAt }) => ({
    key,
    name,
    deletedAt,
  }))
  const people = numbers.map(async (number) => {
    const customer = await shop.customers.find('whatsapp', number)
    if (customer === null) return null
    const { current } = await shop.labels.of(customer.id)
    return current.map(({ key, since }) => ({ key, since })).sort(byKey)
  })
  return { labels: labels.sort(byKey), people: await Promise.all(people) }
}

async function currentOf(shop: Shop): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    numbers.map(async (number) => {
      const customer = await shop.customers.find('whatsapp', number)
      if (customer === null) return []
      const { current } = await shop.labels.of(customer.id)
      return current.map(({ key }) => key ?? '').sort()
    }),
  )
}

function wantedOf(list: readonly SnapshotChat[]): readonly (readonly string[])[] {
  return numbers.map((number) => {
    const row = list.find(({ chat: { whatsapp } }) => whatsapp === number)
    return [...(row?.labels ?? [])].sort()
  })
}

function byKey(a: { readonly key: string | null }, b: { readonly key: string | null }): number {
  return (a.key ?? '') < (b.key ?? '') ? -1 : 1
}
