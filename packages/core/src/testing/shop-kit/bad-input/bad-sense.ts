import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../commands/outcome.ts'
import { callMethod } from '../world/methods.ts'
import { type KitShop, type OpenStorage, sharedStorage, shopIn } from '../world/open.ts'
import { type Ids, populate } from '../world/population.ts'
import { unchangedShops } from '../world/unchanged-shop.ts'
import { expectRefused, secrets } from './expect-refused.ts'
import { customers } from './senseless/customers.ts'
import { futures } from './senseless/futures.ts'
import { orders } from './senseless/orders.ts'
import { predicates } from './senseless/predicates.ts'
import type { Senseless } from './senseless/senseless.ts'
import { sets } from './senseless/sets.ts'
import { settlements } from './senseless/settlements.ts'

/** In every line: what is wrong, where, and what the error says. */
const senseless: readonly Senseless[] = [
  ...orders,
  ...settlements,
  ...futures,
  ...customers,
  ...sets,
  ...predicates,
]

export function badSense(open: OpenStorage): void {
  describe('bad input: sense', () => {
    const shared = sharedStorage(open)
    const unchanged = unchangedShops(shared, 'sense', secretive)

    test.each(senseless)(
      'bad input: $what ($method)',
      async ({ what, method, args, code, field }) => {
        const { kit, ids, expectUnchanged } = await unchanged()
        const call = callMethod(kit.shop, method, args(ids, kit.clock.now()))
        await expectRefused(call, { code, field }, what)
        await expectUnchanged()
      },
    )

    test('bad input: keys that reach for a prototype change nobody’s prototype', async () => {
      const { shop } = await shopIn(shared(), { id: 'prototypes' })
      const hostile: unknown = JSON.parse(
        '{"name":"Sari","attributes":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}',
      )
      const outcome = await outcomeOf(callMethod(shop, 'customers.add', [hostile]))
      expect(outcome).toMatchObject({ done: false, code: 'INVALID_INPUT' })
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
    })

    test('bad input: an attribute may be called as what every object has', async () => {
      const { shop } = await shopIn(shared(), { id: 'constructors' })
      for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
        await shop.attributes.declare({ name, type: 'text' })
      }
      const sari = await shop.customers.add({ name: 'Sari', attributes: { constructor: 'a' } })
      expect(Object.entries(sari.attributes)).toEqual([['constructor', 'a']])
      const where = { field: 'attr.constructor', is: '=', value: 'A' } as const
      expect((await shop.customers.list({ where })).rows.map(({ id }) => id)).toEqual([sari.id])
      expect(
        (await shop.customers.edit(sari.id, { attributes: { constructor: null } })).attributes,
      ).toEqual({})
    })
  })
}

/** A populated shop in which things carry what no error may repeat. */
async function secretive(kit: KitShop): Promise<Ids> {
  const ids = await populate(kit)
  const { name, phone, email, address, notes } = secrets
  await kit.shop.customers.add({ name, phone, email, address, notes, external: 'C-7777' })
  await kit.shop.groups.create({ name })
  await kit.shop.tags.create({ name })
  await kit.shop.categories.create({ name })
  await kit.shop.segments.create({ name, where: { all: [] } })
  await kit.shop.views.create({ name })
  return ids
}
