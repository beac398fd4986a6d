import { describe, expect, test } from 'vitest'
import { customerColumns } from '../../../shop/customers/columns.ts'
import type { CustomerPage } from '../../../shop/customers/list.ts'
import type { Shop } from '../../../shop/shop.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function viewStories(open: OpenStorage): void {
  describe('stories: saved views', () => {
    test('a view shows whom it says, what it says of them, in its order', async () => {
      const { shop } = await shopOfThree(open)
      const view = await shop.views.create({
        name: 'Pembeli',
        where: 'orders >= 1',
        columns: ['name', 'orders', 'ltv', 'standing'],
        sort: 'totalSpent',
      })
      expect(view).toMatchObject({
        where: { field: 'orders', is: '>=', value: 1 },
        columns: ['name', 'orders', 'ltv', 'standing'],
        sort: 'totalSpent',
        direction: null,
      })
      const page = await shop.customers.list({ view: 'pembeli' })
      expect(page.columns).toEqual(view.columns)
      expect(cellsOf(page)).toEqual([
        ['Sari', 2, 100_000, null],
        ['Budi', 1, 50_000, 'blacklisted'],
      ])
      expect(await namesIn(shop, { view: view.id, direction: 'ascending' })).toBe('Budi,Sari')
      expect(await namesIn(shop, { view: view.id, sort: 'name' })).toBe('Budi,Sari')
      expect(await namesIn(shop, { view: view.id, where: 'not blacklisted' })).toBe('Sari')
      const first = await shop.customers.list({ view: view.id, limit: 1 })
      expect(await namesIn(shop, { view: view.id, after: first.next ?? '' })).toBe('Budi')
      expect((await shop.customers.list({ where: 'orders >= 1' })).columns).toBeNull()
    })

    test('without a predicate it shows everybody, and whoever shows it chooses the columns', async () => {
      const { shop } = await shopOfThree(open)
      const { id } = await shop.views.create({
        name: 'Semua',
        sort: 'name',
        direction: 'descending',
      })
      expect(await shop.customers.list({ view: id })).toMatchObject({ columns: null, next: null })
      expect(await namesIn(shop, { view: id })).toBe('Sari,Citra,Budi')
      expect(await namesIn(shop, { view: id, sort: 'totalSpent' })).toBe('Sari,Budi,Citra')
    })

    test('what is not spoken of in an edit stays; a new sort goes its usual way', async () => {
      const { shop } = await shopOfThree(open)
      const columns = ['name', 'balance'] as const
      const created = await shop.views.create({
        name: 'A',
        where: 'orders >= 1',
        columns,
        sort: 'name',
        direction: 'descending',
      })
      const renamed = await shop.views.edit('A', { name: 'B' })
      expect(renamed).toEqual({ ...created, name: 'B', updatedAt: renamed.updatedAt })
      expect(await shop.views.edit('B', { sort: 'balance' })).toMatchObject({
        sort: 'balance',
        direction: null,
        columns,
      })
      const bare = await shop.views.edit('B', { columns: null, sort: null, where: { all: [] } })
      expect(bare).toMatchObject({ columns: null, sort: null, direction: null, where: { all: [] } })
      await expect(shop.views.edit('B', { direction: 'ascending' })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'direction',
      })
      expect(await shop.views.list()).toEqual([bare])
      await shop.views.delete('b')
      expect(await shop.views.list()).toEqual([])
      await expect(shop.views.get('B')).rejects.toMatchObject({ code: 'VIEW_NOT_FOUND' })
      const types = (await shop.events.read({ limit: 1_000 })).events.map(({ type }) => type)
      expect(types.filter((type) => type.startsWith('view.'))).toEqual([
        'view.created',
        'view.edited',
        'view.edited',
        'view.edited',
        'view.deleted',
      ])
    })

    test('an edit that changes nothing writes nothing', async () => {
      const { shop } = await shopOfThree(open)
      const view = await shop.views.create({ name: 'A', columns: ['name'], sort: 'name' })
      const { cursor } = await shop.events.read({ limit: 1_000 })
      expect(await shop.views.edit('A', { columns: ['name'], sort: 'name' })).toEqual(view)
      const after = { after: cursor ?? '' }
      expect((await shop.events.read(after)).events).toEqual([])
    })

    test('a view of a segment, by its name, follows the segment', async () => {
      const { shop } = await shopOfThree(open)
      const segment = await shop.segments.create({ name: 'Pembeli', where: 'orders >= 1' })
      const view = await shop.views.create({ name: 'Pembeli', where: 'PEMBELI', sort: 'name' })
      expect(view.where).toEqual({ segment: segment.id })
      expect(await namesIn(shop, { view: 'Pembeli' })).toBe('Budi,Sari')
      await shop.segments.edit('Pembeli', { where: 'orders = 0' })
      expect(await namesIn(shop, { view: 'Pembeli' })).toBe('Citra')
      await expect(shop.views.create({ name: 'B', where: 'Pembelu' })).rejects.toMatchObject({
        code: 'SEGMENT_NOT_FOUND',
        field: 'where',
      })
    })

    test('what a view refers to cannot be deleted, and the error says which view does', async () => {
      const { shop } = await shopOfThree(open)
      await shop.groups.create({ name: 'Reseller' })
      await shop.tags.create({ name: 'Teman' })
      await shop.segments.create({ name: 'Pembeli', where: 'orders >= 1', tracked: true })
      const kafe = await shop.categories.create({ name: 'Kafe' })
      const { id } = await shop.views.create({
        name: 'Semua',
        where:
          'in group "Reseller" or has tag "Teman" or category = "Kafe" or in segment "Pembeli" for > 2 days',
      })
      const refused = {
        code: 'STILL_REFERENCED',
        message: expect.stringContaining('view "Semua"'),
        details: { segments: [], tags: [], views: [id] },
      }
      await expect(shop.groups.delete('Reseller')).rejects.toMatchObject(refused)
      await expect(shop.tags.delete('Teman')).rejects.toMatchObject(refused)
      await expect(shop.categories.delete(kafe.id)).rejects.toMatchObject(refused)
      await expect(shop.segments.delete('Pembeli')).rejects.toMatchObject(refused)
      await expect(shop.segments.edit('Pembeli', { tracked: false })).rejects.toMatchObject(refused)
      await shop.views.delete('Semua')
      await shop.segments.delete('Pembeli')
      await shop.groups.delete('Reseller')
    })

    test('a view that can never show anybody is refused, and nothing is left of it', async () => {
      const { shop } = await shopOfThree(open)
      const nobody = { code: 'PREDICATE_MATCHES_NOBODY', field: 'where' }
      await expect(
        shop.views.create({ name: 'A', where: 'ltv > 10 and ltv < 5' }),
      ).rejects.toMatchObject(nobody)
      await shop.views.create({ name: 'A', where: 'ltv > 10' })
      await expect(shop.views.edit('A', { where: 'any()' })).rejects.toMatchObject(nobody)
      expect(await shop.views.list()).toMatchObject([{ where: { field: 'ltv', is: '>' } }])
    })

    test('a segment cannot grow beyond what a view or a rule that refers to it can hold', async () => {
      const { shop } = await newShop(open)
      const where = 'city = "Bandung"'
      const { id } = await shop.segments.create({ name: 'Kota', where })
      const any = Array.from({ length: 100 }, () => ({ segment: id }))
      const view = await shop.views.create({ name: 'Kota', where: { any } })
      const more = `all(${Array.from({ length: 6 }, () => where).join(', ')})`
      const refused = { code: 'PREDICATE_TOO_LARGE', field: 'where' }
      await expect(shop.segments.edit('Kota', { where: more })).rejects.toMatchObject({
        ...refused,
        details: { view: view.id },
      })
      await shop.views.delete('Kota')
      const tag = await shop.tags.create({ name: 'Kota', where: { any } })
      await expect(shop.segments.edit('Kota', { where: more })).rejects.toMatchObject({
        ...refused,
        details: { tag: tag.id },
      })
      await shop.tags.delete('Kota')
      await shop.segments.edit('Kota', { where: more })
    })
  })
}

/** Sari bought twice, Budi once and is blacklisted, Citra not yet. */
async function shopOfThree(open: OpenStorage): Promise<{ shop: Shop }> {
  const { shop } = await newShop(open)
  const sari = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
  const budi = await shop.customers.add({ name: 'Budi' })
  await shop.customers.add({ name: 'Citra' })
  for (const [orderId, customer] of [
    ['INV-1', sari.id],
    ['INV-2', sari.id],
    ['INV-3', budi.id],
  ] as const) {
    await shop.transactions.record({ customer, orderId, lines, paid: true })
  }
  await shop.customers.blacklist(budi.id, { reason: 'fiktif' })
  return { shop }
}

function cellsOf({ rows, columns }: CustomerPage): unknown[][] {
  return rows.map((row) => (columns ?? []).map((name) => customerColumns[name].of(row)))
}

async function namesIn(
  shop: Shop,
  input: Parameters<Shop['customers']['list']>[0],
): Promise<string> {
  return (await shop.customers.list(input)).rows.map(({ name }) => name).join()
}
