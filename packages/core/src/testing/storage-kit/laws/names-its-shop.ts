import { describe, expect, test } from 'vitest'
import { compareCodePoints } from '../../../domain/text/code-point-order.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { changesOf } from '../rows/changes-of.ts'
import { shopRow } from '../rows/example-rows.ts'
import { hostileShopIds } from '../rows/hostile-texts.ts'

/** Nothing is read or written without the id of one shop, and a closed storage takes no calls. */
export function namesItsShop(open: OpenStorage): void {
  describe('shop ids', () => {
    test.each([[undefined], [null], [''], [0], [7], [true], [{}], [['kopi-senja']]])(
      '%o is none',
      async (shopId) => {
        const storage = await openStorage(open)
        let called = false
        const work = async (): Promise<void> => {
          called = true
        }
        for (const mode of ['read', 'write']) {
          const failing = Reflect.apply(storage.transaction, storage, [shopId, mode, work])
          await expect(failing).rejects.toMatchObject({ code: 'SHOP_ID_REQUIRED', field: 'shopId' })
        }
        expect(called).toBe(false)
      },
    )

    test('are listed in the order of their code points', async () => {
      const storage = await openStorage(open)
      expect(await storage.shopIds()).toEqual([])
      const ids = [...hostileShopIds, '\uffff', 'é', '\u{10ffff}']
      for (const id of ids) {
        const insert = [shopRow()]
        await storage.transaction(id, 'write', (tx) => tx.apply(changesOf('shops', { insert })))
      }
      expect(await storage.shopIds()).toEqual(ids.toSorted(compareCodePoints))
    })

    test('of a closed storage are refused', async () => {
      const storage = await openStorage(open)
      await storage.shopIds()
      await storage.close()
      const closed = { code: 'SHOP_CLOSED' }
      await expect(storage.shopIds()).rejects.toMatchObject(closed)
      const read = storage.transaction('kopi-senja', 'read', async () => 1)
      await expect(read).rejects.toMatchObject(closed)
      await expect(storage.close()).resolves.toBeUndefined()
    })
  })
}
