import { describe, expect, test } from 'vitest'
import { expectSameRows } from '../laws/same-rows.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'

export function conflictStories(open: OpenStorage): void {
  describe('stories: customers who may be one', () => {
    test('are listed once, in any order and however often it is told', async () => {
      const { shop, storage, ids } = await three(open)
      const [a, b, c] = ids
      const [found] = await shop.conflicts.record({ customers: [b, a] })
      expect(found).toMatchObject({ customers: [a, b], dismissedAt: null })
      const before = await dumpRows(storage, shop.id)
      expect(await shop.conflicts.record({ customers: [a, b, a] })).toEqual([found])
      expectSameRows(await dumpRows(storage, shop.id), before)
      await shop.conflicts.record({ customers: [c, b, a] })
      const pairs = [
        [a, b],
        [a, c],
        [b, c],
      ]
      const { rows } = await shop.conflicts.list()
      expect(rows.map(({ customers }) => customers)).toEqual(pairs)
      const page = await shop.conflicts.list({ limit: 2 })
      const rest = await shop.conflicts.list({ after: page.next ?? '' })
      expect([...page.rows, ...rest.rows]).toEqual(rows)
      expect(rest.next).toBeNull()
      const told = (await shop.events.of(a)).filter(({ type }) => type === 'conflict.found')
      expect(told).toMatchObject([{ data: { other: b } }, { data: { other: c } }])
    })

    test('are dismissed by a person, for what is told later too', async () => {
      const { shop, ids } = await three(open)
      const [a, b, c] = ids
      await shop.conflicts.record({ customers: [a, b] })
      const dismissed = await shop.conflicts.dismiss({ customers: [a, b] })
      expect(await shop.conflicts.dismiss({ customers: [b, a] })).toEqual(dismissed)
      expect(await shop.conflicts.record({ customers: [a, b] })).toEqual(dismissed)
      await shop.conflicts.dismiss({ customers: [b, c] })
      await shop.conflicts.record({ customers: [b, c] })
      expect(await shop.conflicts.list()).toEqual({ rows: [], next: null })
      expect(await shop.verify()).toMatchObject({ findings: [] })
    })

    test('are no conflict any more once one of them is gone', async () => {
      const { shop, ids } = await three(open)
      const [a, b, c] = ids
      await shop.conflicts.record({ customers: ids })
      await shop.customers.delete(b)
      const { rows } = await shop.conflicts.list()
      expect(rows.map(({ customers }) => customers)).toEqual([[a, c]])
      expect(await shop.verify()).toMatchObject({ findings: [] })
      await expect(shop.conflicts.record({ customers: [a, b] })).rejects.toMatchObject({
        code: 'CUSTOMER_NOT_FOUND',
      })
    })
  })
}

async function three(open: OpenStorage) {
  const kit = await newShop(open)
  const added = []
  for (const name of ['Sari', 'Budi', 'Citra']) added.push(await kit.shop.customers.add({ name }))
  const [a = '', b = '', c = ''] = added.map(({ id }) => id).sort()
  return { ...kit, ids: [a, b, c] as const }
}
