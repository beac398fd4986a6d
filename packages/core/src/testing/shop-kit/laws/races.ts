import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../domain/error/langganan-error.ts'
import type { Shop } from '../../../shop/shop.ts'
import { type KitShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'
import { expectBooks } from './books-balance.ts'
import { expectDerivedRows } from './derived-rows.ts'

const many = 50
const lines = [{ product: 'KOPI-250', quantity: 1, price: 100_000 }]

/**
 * What happens at once comes to what would have happened in some order, whether the storage lets
 * writers run side by side or one at a time.
 */
export function raceLaws(open: OpenStorage): void {
  describe('races', () => {
    test(`${many} recordings of one order, through two handles, make one row and equal answers`, async () => {
      const { kit, shops } = await twoHandles(open)
      const sale = {
        customer: { name: 'Sari', phone: '0812-3456-7890' },
        orderId: 'INV-1',
        lines,
        paid: true,
      } as const
      const answers = await Promise.all(
        Array.from({ length: many }, (_, i) => handle(shops, i).transactions.record(sale)),
      )
      for (const answer of answers) expect(answer).toEqual(answers[0])
      for (const table of ['transactions', 'payments', 'customers'] as const)
        expect(await rowsOf(kit.storage, kit.shop.id, table), table).toHaveLength(1)
      await expectInOrder(kit)
    })

    test('two payments with different references never pay more than is owed', async () => {
      const { kit, shops } = await twoHandles(open)
      const { id: customer } = await kit.shop.customers.add({ name: 'Sari' })
      const orders = Array.from({ length: 20 }, (_, i) => `INV-${i}`)
      for (const orderId of orders) await kit.shop.transactions.record({ customer, orderId, lines })
      const outcomes = await Promise.all(
        orders.flatMap((orderId) =>
          shops.map((shop, i) =>
            codeOf(
              shop.transactions.pay({ orderId, amount: 60_000, reference: `${orderId} ${i}` }),
            ),
          ),
        ),
      )
      expect(count(outcomes)).toEqual({ done: 20, PAYMENT_EXCEEDS_BALANCE: 20 })
      expect(await kit.shop.value.of(customer)).toMatchObject({ paid: 20 * 60_000 })
      await expectInOrder(kit)
    })

    test('of those who add a customer with one phone, one does, and the others hear whose it is', async () => {
      const { kit, shops } = await twoHandles(open)
      const outcomes = await Promise.allSettled(
        Array.from({ length: many }, (_, i) =>
          handle(shops, i).customers.add({ name: `Sari ${i}`, phone: '0812-3456-7890' }),
        ),
      )
      const [customer] = await rowsOf(kit.storage, kit.shop.id, 'customers')
      const refused = outcomes.filter(({ status }) => status === 'rejected')
      expect(refused).toHaveLength(many - 1)
      for (const outcome of refused) {
        expect(outcome).toMatchObject({
          reason: {
            code: 'CUSTOMER_ALREADY_EXISTS',
            field: 'phone',
            details: { customer: customer?.id },
          },
        })
      }
      await expectInOrder(kit)
    })

    test('of those who find or add somebody with one phone, one adds, and all have the same customer', async () => {
      const { kit, shops } = await twoHandles(open)
      const found = await Promise.all(
        Array.from({ length: many }, (_, i) =>
          handle(shops, i).customers.findOrAdd({ name: 'Sari', phone: '0812-3456-7890' }),
        ),
      )
      for (const answer of found) expect(answer).toEqual(found[0])
      expect(await rowsOf(kit.storage, kit.shop.id, 'customers')).toHaveLength(1)
      await expectInOrder(kit)
    })

    test('a phone that two customers take at once is one’s', async () => {
      const { kit, shops } = await twoHandles(open)
      const customers = await kit.shop.customers.addMany([{ name: 'Sari' }, { name: 'Budi' }])
      const outcomes = await Promise.all(
        customers.map(({ id }, i) =>
          codeOf(handle(shops, i).customers.edit(id, { phone: '0812-3456-7890' })),
        ),
      )
      expect(count(outcomes)).toEqual({ done: 1, CUSTOMER_ALREADY_EXISTS: 1 })
      await expectInOrder(kit)
    })

    test('batches that name the same customers in other orders all come through', async () => {
      const { kit, shops } = await twoHandles(open)
      const customers = await kit.shop.customers.addMany(
        Array.from({ length: 10 }, (_, i) => ({ name: `C${i}` })),
      )
      const ids = customers.map(({ id }) => id)
      await Promise.all(
        Array.from({ length: 10 }, (_, batch) => {
          const order = batch % 2 === 0 ? ids : [...ids].reverse()
          const shop = handle(shops, batch)
          return batch % 3 === 0
            ? shop.interactions.recordMany(order.map((customer) => ({ customer, kind: 'chat' })))
            : shop.transactions.recordMany(
                order.map((customer, i) => ({ customer, orderId: `${batch}-${i}`, lines })),
              )
        }),
      )
      const facts = await rowsOf(kit.storage, kit.shop.id, 'facts')
      expect(facts.map(({ orders, interactions }) => [orders, interactions])).toEqual(
        ids.map(() => [6, 4]),
      )
      await expectInOrder(kit)
    })

    test('a label that many name for the first time is one label', async () => {
      const { kit, shops } = await twoHandles(open)
      const { id: customer } = await kit.shop.customers.add({ name: 'Sari' })
      const other = await kit.shop.customers.add({ name: 'Budi' })
      await Promise.all(
        [customer, other.id, customer, other.id].map((id, i) =>
          handle(shops, i).labels.record({ customer: id, label: 'Grade A', change: 'added' }),
        ),
      )
      expect(await kit.shop.labels.list()).toHaveLength(1)
      await expectInOrder(kit)
    })

    test('whoever joins a group or has a tag that is deleted meanwhile has it no more', async () => {
      const { kit, shops } = await twoHandles(open)
      const customers = await kit.shop.customers.addMany(
        Array.from({ length: 10 }, (_, i) => ({ name: `C${i}` })),
      )
      for (const round of ['a', 'b', 'c']) {
        await kit.shop.groups.create({ name: round })
        await kit.shop.tags.create({ name: round })
        const outcomes = await Promise.all([
          ...customers
            .slice(0, 5)
            .flatMap(({ id }, i) => [
              codeOf(handle(shops, i).groups.add(round, [id])),
              codeOf(handle(shops, i).tags.assign(round, id)),
            ]),
          codeOf(kit.shop.groups.delete(round)),
          codeOf(kit.shop.tags.delete(round)),
          ...customers
            .slice(5)
            .flatMap(({ id }, i) => [
              codeOf(handle(shops, i).groups.add(round, [id])),
              codeOf(handle(shops, i).tags.assign(round, id)),
            ]),
        ])
        const codes = new Set(outcomes)
        for (const code of ['done', 'GROUP_NOT_FOUND', 'TAG_NOT_FOUND']) codes.delete(code)
        expect([...codes]).toEqual([])
      }
      for (const table of ['groupMembers', 'tagMembers'] as const)
        expect(await rowsOf(kit.storage, kit.shop.id, table), table).toEqual([])
      await expectInOrder(kit)
    })

    test('segments that begin to be kept among sales and ticks miss nobody', async () => {
      const { kit, shops } = await twoHandles(open)
      const customers = await kit.shop.customers.addMany(
        Array.from({ length: 20 }, (_, i) => ({ name: `C${i}` })),
      )
      const spent = (ltv: number) => ({ field: 'ltv', is: '>=', value: ltv }) as const
      const recent = { field: 'lastPurchase', is: 'in', value: { last: { days: 3 } } } as const
      await kit.shop.segments.create({ name: 'Recent', where: recent, tracked: true })
      for (let round = 1; round <= 4; round += 1) {
        kit.clock.step(86_400_000)
        const sales = customers.map(({ id: customer }, i) =>
          handle(shops, i).transactions.record({
            customer,
            orderId: `${round} ${i}`,
            lines,
            paid: i % 2 === 0 ? true : 0,
          }),
        )
        const name = `Spent ${round}`
        await Promise.all([
          ...sales.slice(0, 10),
          kit.shop.tick(),
          kit.shop.segments.create({ name, where: spent(round * 100_000), tracked: true }),
          kit.shop.tags.create({ name, ltvMin: round * 100_000 }),
          handle(shops, 1).tick(),
          kit.shop.value.refreshRhythm(),
          ...sales.slice(10),
        ])
        await expectInOrder(kit)
        expect(await kit.shop.segments.count(name)).toBe(10)
      }
      const members = await rowsOf(kit.storage, kit.shop.id, 'segmentMembers')
      expect(members).toHaveLength(20 + 4 * 10)
    })

    test('two who set a shop up at once open one shop', async () => {
      const storage = await openStorage(open)
      const shops = await Promise.all(
        Array.from({ length: 5 }, (_, seed) => shopIn(storage, { id: 'kopi', seed })),
      )
      const [first] = shops
      if (first === undefined) throw new Error('no shop')
      expect(await rowsOf(storage, 'kopi', 'shops')).toHaveLength(1)
      expect(await first.shop.categories.list()).toHaveLength(5)
      expect(await rowsOf(storage, 'kopi', 'events')).toHaveLength(1)
    })
  })
}

interface TwoHandles {
  readonly kit: KitShop
  readonly shops: readonly [Shop, Shop]
}

/** One shop, opened twice on one storage with one clock. */
async function twoHandles(open: OpenStorage): Promise<TwoHandles> {
  const kit = await shopIn(await openStorage(open))
  const { shop } = await shopIn(kit.storage, { clock: kit.clock, seed: 2 })
  return { kit, shops: [kit.shop, shop] }
}

function handle(shops: readonly [Shop, Shop], number: number): Shop {
  return shops[number % 2 === 0 ? 0 : 1]
}

/** `done`, or the code of the error. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (isLanggananError(error)) return error.code
    throw error
  }
}

function count(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** What is derived is what it comes to, the books balance, and the log has no gap. */
async function expectInOrder(kit: KitShop): Promise<void> {
  await expectDerivedRows(kit)
  await expectBooks(kit)
  const numbers = (await rowsOf(kit.storage, kit.shop.id, 'events')).map(({ seq }) => seq)
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  expect(await kit.shop.rebuild()).toBe(0)
}
