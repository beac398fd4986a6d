import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import type { Shop } from '../../../shop/shop.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const hour = 3_600_000
const numbers = [undefined, '+6281100000001', '+6281100000002'] as const
const identities = [
  {},
  { email: 'a@example.com' },
  { phone: '0812-3456-7890' },
  { whatsapp: '6285711112222' },
  { userId: 'ID.13491208655302741918' },
  { lid: '987654321012345' },
]

export function canReceiveStories(open: OpenStorage): void {
  describe('stories: who can receive what', () => {
    test('the criteria say what the window says, for everybody and every number, at every moment', async () => {
      const { shop, clock } = await newShop(open)
      const ids = await variedCustomers(shop, clock.now())
      for (const step of [0, hour, hour, 1, 20 * hour, 4 * hour]) {
        clock.step(step)
        for (const businessNumber of numbers) await expectAgreement(shop, ids, businessNumber)
      }
    })
  })
}

type Situation = (shop: Shop, customer: string, now: number) => Promise<unknown>

const chat =
  (businessNumber: string | undefined, ago: number): Situation =>
  (shop, customer, now) =>
    shop.interactions.record({ customer, kind: 'chat', businessNumber, at: new Date(now - ago) })

const blacklisted: Situation = (shop, customer, now) =>
  shop.customers.blacklist(customer, { reason: 'fiktif', until: new Date(now + 2 * hour) })

/** What happened to a customer, in every way that matters here. */
const situations: readonly (readonly Situation[])[] = [
  [],
  [chat(undefined, 23 * hour)],
  [chat(numbers[1], 22 * hour)],
  [chat(numbers[1], 22 * hour), chat(numbers[2], 3 * hour)],
  [chat(numbers[2], 3 * hour), (shop, customer) => shop.customers.archive(customer)],
  [
    chat(numbers[2], 3 * hour),
    (shop, customer) => shop.customers.blacklist(customer, { reason: 'fiktif' }),
  ],
  [chat(numbers[1], 3 * hour), blacklisted],
  [blacklisted],
]

/** Every identity in every situation. */
async function variedCustomers(shop: Shop, now: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [i, known] of identities.entries()) {
    for (const [j, situation] of situations.entries()) {
      // Each identity can be one customer's only.
      const own = Object.fromEntries(
        Object.entries(known).map(([kind, value]) => [kind, distinct(kind, value, j)]),
      )
      const { id } = await shop.customers.add({ name: `${i}-${j}`, ...own })
      for (const happens of situation) await happens(shop, id, now)
      ids.push(id)
    }
  }
  return ids
}

function distinct(kind: string, value: string, variant: number): string {
  return kind === 'email' ? `${variant}${value}` : `${value.slice(0, -1)}${variant}`
}

async function expectAgreement(
  shop: Shop,
  ids: readonly string[],
  businessNumber: string | undefined,
): Promise<void> {
  const states = new Map<string, string>()
  for (const id of ids) states.set(id, (await shop.interactions.window(id, businessNumber)).state)
  const having = (...wanted: string[]): readonly string[] =>
    ids.filter((id) => wanted.includes(states.get(id) ?? ''))
  const freeForm: Predicate =
    businessNumber === undefined
      ? { canReceive: 'freeForm' }
      : { canReceive: 'freeForm', businessNumber }
  expect(await members(shop, freeForm)).toEqual(having('free-form'))
  const template = having('free-form', 'template-only')
  expect(await members(shop, { canReceive: 'template' })).toEqual(template)
  expect(await members(shop, { not: { canReceive: 'template' } })).toEqual(having('blocked'))
}

async function members(shop: Shop, where: Predicate): Promise<readonly string[]> {
  const { rows } = await shop.customers.list({ where, limit: 1_000 })
  return rows.map(({ id }) => id).sort()
}
