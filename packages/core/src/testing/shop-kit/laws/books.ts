import { describe, expect, test } from 'vitest'
import { moneyLives } from '../commands/lives.ts'
import { opening } from '../commands/opening.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { scriptOn } from '../commands/script.ts'
import { testLaw } from '../world/holds.ts'
import { newShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'
import { expectBooks } from './books-balance.ts'
import { expectDerivedRows } from './derived-rows.ts'
import { expectExactEnd, foreignOrders } from './foreign-orders.ts'

export function booksLaws(open: OpenStorage): void {
  describe('law 7, the books balance', () => {
    testLaw(
      'law 7: after sales, credit notes, payments and refunds of every kind the books balance',
      moneyLives,
      { ordinary: 60, long: 6_000 },
      async () => {
        const storage = await openStorage(open)
        return async ({ commands, ...settings }, number) => {
          const kit = await shopIn(storage, { id: `books-${number}`, ...settings })
          const script = scriptOn(kit)
          for (const command of [...opening, ...commands]) await script.perform(command)
          await expectBooks(kit)
        }
      },
    )

    testLaw(
      'law 7: a foreign order that is paid in parts, at any rates, ends exact',
      foreignOrders,
      { ordinary: 60, long: 6_000 },
      async () => {
        const storage = await openStorage(open)
        return async (order, number) => {
          const kit = await shopIn(storage, { id: `rates-${number}`, currency: order.book })
          await expectExactEnd(kit, order)
        }
      },
    )

    testLaw(
      'law 7: also when the calls come all at once',
      moneyLives,
      { ordinary: 10, long: 1_000 },
      async () => {
        const storage = await openStorage(open)
        return async ({ commands, ...settings }, number) => {
          const kit = await shopIn(storage, { id: `crowd-${number}`, ...settings })
          const script = scriptOn(kit)
          for (const command of opening) await script.perform(command)
          await Promise.all(commands.map((command) => script.perform(command)))
          await expectBooks(kit)
          await expectDerivedRows(kit)
          expect(await kit.shop.rebuild()).toBe(0)
        }
      },
    )

    test('law 7: 50 pairs of payments with different references at once overpay nothing', async () => {
      const kit = await newShop(open)
      const { id: customer } = await kit.shop.customers.add({ name: 'Sari' })
      for (let i = 0; i < 50; i += 1) {
        const orderId = `INV-${i}`
        const lines = [{ product: 'KOPI-250', quantity: 1, price: 100_000 }]
        await kit.shop.transactions.record({ customer, orderId, lines })
        const pays = ['a', 'b'].map((half) =>
          outcomeOf(
            kit.shop.transactions.pay({ orderId, amount: 60_000, reference: `${orderId}-${half}` }),
          ),
        )
        const outcomes = await Promise.all(pays)
        expect(outcomes.filter(({ done }) => done)).toHaveLength(1)
        expect(outcomes).toContainEqual({
          done: false,
          code: 'PAYMENT_EXCEEDS_BALANCE',
          field: 'amount',
        })
      }
      await expectBooks(kit)
      expect(await kit.shop.value.of(customer)).toMatchObject({
        ltv: 3_000_000,
        balance: 2_000_000,
      })
    })
  })
}
