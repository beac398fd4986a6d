import { describe, expect, test } from 'vitest'
import type { IdentityChangeInput } from '../../../shop/input/customer.ts'
import type { Shop } from '../../../shop/shop.ts'
import { expectSameRows } from '../laws/same-rows.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'

const day = 86_400_000
const [first, second, third] = ['6281234567890', '6285711112222', '6289655551234'] as const

export function changedNumberStories(open: OpenStorage): void {
  describe('stories: numbers that customers leave', () => {
    test('from then on the new number is the customer’s, and the old one nobody’s', async () => {
      const { shop, sari, at } = await known(open)
      const after = await shop.customers.changeIdentities(change(at(1), first, second))
      expect(after).toMatchObject({ id: sari, phones: [`+${second}`], whatsapp: [second] })
      expect(after.userIds).toEqual(['ID.2', 'ID.1'])
      expect(await shop.customers.find('phone', `+${first}`)).toBeNull()
      expect(await shop.customers.identities(sari)).toContainEqual({
        kind: 'phone',
        value: `+${first}`,
        validFrom: at(0),
        validUntil: at(1),
        end: 'left',
      })
      const { customer } = await write(shop, first, at(2))
      expect(customer).not.toBe(sari)
    })

    test('what happened before and is told later is the customer’s, and opens the window', async () => {
      const { shop, sari, at, clock } = await known(open)
      await shop.customers.changeIdentities(change(at(1), first, second))
      clock.step(day)
      await write(shop, first, at(2))
      const { customer } = await write(shop, first, new Date(at(1).getTime() - 1))
      expect(customer).toBe(sari)
      expect(await shop.interactions.window(sari)).toMatchObject({
        closesAt: new Date(at(2).getTime() - 1),
      })
      expect(await shop.customers.find('whatsapp', first, { at: at(0) })).toMatchObject({
        id: sari,
      })
    })

    test('of somebody of whom nobody knew, told before what happened earlier', async () => {
      const { shop, at } = await known(open)
      const { id } = await shop.customers.changeIdentities({
        from: { whatsapp: third },
        to: { whatsapp: '6281999998888', name: 'Wati' },
        at: at(1),
        acquisition: 'inbound',
      })
      expect(await shop.customers.get(id)).toMatchObject({ name: 'Wati', acquisition: 'inbound' })
      expect((await write(shop, third, at(0))).customer).toBe(id)
      expect((await write(shop, third, at(2))).customer).not.toBe(id)
    })

    test('three changes, in any order and told again, come to the same', async () => {
      const outcomes = await Promise.all(
        permutations([0, 1, 2]).map(async (order) => {
          const { shop, sari, at } = await known(open)
          const changes = [
            change(at(1), first, second, 'ID.1'),
            change(at(2), second, third, 'ID.1'),
            change(at(3), third, first, 'ID.1'),
          ]
          for (const i of [...order, ...order.toReversed()]) {
            const told = changes[i]
            if (told !== undefined) await shop.customers.changeIdentities(told)
          }
          const { phones, whatsapp, userIds } = await shop.customers.get(sari)
          const had = async (value: string, days: number) =>
            (await shop.customers.find('whatsapp', value, { at: at(days) }))?.id === sari
          expect(await shop.verify()).toMatchObject({ findings: [] })
          return {
            order,
            phones,
            whatsapp,
            userIds,
            had: [await had(second, 1.5), await had(second, 2.5), await had(third, 2.5)],
          }
        }),
      )
      for (const { order, ...outcome } of outcomes)
        expect(outcome, `told as ${order.join(', ')}`).toEqual({
          phones: [`+${first}`],
          whatsapp: [first],
          userIds: ['ID.1'],
          had: [true, false, true],
        })
    })

    test('told again after the number became another’s, it changes nothing', async () => {
      const kit = await known(open)
      const { shop, sari, at, clock } = kit
      const told = change(at(1), first, second)
      await shop.customers.changeIdentities({ ...told, reference: 'wamid.1' })
      clock.step(day)
      await shop.customers.reassignNumber(sari, `+${second}`)
      await write(shop, second, at(4))
      const before = await dumpRows(kit.storage, shop.id)
      await shop.customers.changeIdentities({ ...told, reference: 'wamid.1' })
      await shop.customers.changeIdentities(told)
      expectSameRows(await dumpRows(kit.storage, shop.id), before)
    })

    test('told late, it takes nothing from whoever got the number that was left', async () => {
      const { shop, at } = await known(open)
      const { customer: budi } = await write(shop, third, at(2))
      const wati = await shop.customers.changeIdentities({
        from: { whatsapp: third },
        to: { whatsapp: '6281999998888', name: 'Wati' },
        at: at(1),
      })
      expect(wati.id).not.toBe(budi)
      expect(await shop.customers.find('whatsapp', third)).toMatchObject({ id: budi })
      expect(await shop.customers.find('whatsapp', third, { at: at(0) })).toMatchObject({
        id: wati.id,
      })
    })

    test('where the new number is another’s, nothing is merged and nothing written', async () => {
      const kit = await known(open)
      const { shop, sari, at } = kit
      const { customer: budi } = await write(shop, second, at(0))
      const before = await dumpRows(kit.storage, shop.id)
      await expect(
        shop.customers.changeIdentities(change(at(1), first, second)),
      ).rejects.toMatchObject({
        code: 'CUSTOMER_ALREADY_EXISTS',
        details: { customers: expect.arrayContaining([sari, budi]) },
      })
      expectSameRows(await dumpRows(kit.storage, shop.id), before)
    })

    test('another user id of the same number goes before the one that it replaces', async () => {
      const { shop, sari, at } = await known(open)
      const replaced = (from: string, to: string, days: number): IdentityChangeInput => ({
        from: { phone: `+${first}`, userId: from },
        to: { phone: `+${first}`, userId: to },
        at: at(days),
      })
      await shop.customers.changeIdentities(replaced('ID.2', 'ID.3', 2))
      await shop.customers.changeIdentities(replaced('ID.1', 'ID.2', 1))
      expect(await shop.customers.get(sari)).toMatchObject({
        phones: [`+${first}`],
        userIds: ['ID.3', 'ID.2', 'ID.1'],
      })
    })

    test('without identities, or of somebody new without a name, it is refused', async () => {
      const { shop } = await known(open)
      const refused = async (input: IdentityChangeInput, field: string) =>
        expect(shop.customers.changeIdentities(input)).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          field,
        })
      await refused({ from: {}, to: { userId: 'ID.9' } }, 'from')
      await refused({ from: { userId: 'ID.9' }, to: {} }, 'to')
      await refused({ from: { phone: '12' }, to: { userId: 'ID.9' } }, 'from.phone')
      await refused({ from: { userId: 'ID.8' }, to: { userId: 'ID.9' } }, 'to.name')
    })
  })
}

function change(at: Date, from: string, to: string, userId = 'ID.2'): IdentityChangeInput {
  return {
    from: { phone: `+${from}`, whatsapp: from, userId: 'ID.1' },
    to: { phone: `+${to}`, whatsapp: to, userId },
    at,
  }
}

/** A shop that knows Sari by one number, and whose clock is three days later; at(0) is when she was added. */
async function known(open: OpenStorage): Promise<
  KitShop & {
    readonly sari: string
    readonly at: (days: number) => Date
  }
> {
  const kit = await newShop(open)
  const begin = kit.clock.now()
  const { id: sari } = await kit.shop.customers.add({
    name: 'Sari',
    phone: `+${first}`,
    whatsapp: first,
    userId: 'ID.1',
  })
  kit.clock.step(3 * day)
  return { ...kit, sari, at: (days) => new Date(begin + days * day) }
}

function write(shop: Shop, whatsapp: string, at: Date) {
  const customer = { name: 'Seseorang', whatsapp }
  return shop.interactions.record({ customer, kind: 'chat', at, channel: 'whatsapp' })
}

function permutations(of: readonly number[]): readonly (readonly number[])[] {
  if (of.length < 2) return [of]
  return of.flatMap((each) =>
    permutations(of.filter((other) => other !== each)).map((rest) => [each, ...rest]),
  )
}
