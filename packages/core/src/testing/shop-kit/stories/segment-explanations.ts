import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const day = 86_400_000
const lines = [{ product: 'KOPI-250', quantity: 1, price: 250_000 }]

export function segmentExplanationStories(open: OpenStorage): void {
  describe('stories: segments explained', () => {
    test('why a customer belongs, what decides, and until when', async () => {
      const { shop, clock } = await newShop(open)
      const { id: sari } = await shop.customers.add({ name: 'Sari', city: 'Bandung' })
      const at = new Date(clock.now())
      await shop.transactions.record({ customer: sari, orderId: 'INV-1', at, lines, paid: true })
      const where =
        'city = "Bandung" and (ltv >= 5_000_000 or purchases(last 30 days) >= 1 or archived)'
      const loyal = await shop.segments.create({ name: 'Loyal', where })

      const inside = await shop.segments.explain('Loyal', sari)
      expect(inside.holds).toBe(true)
      expect(inside.because.map(({ path }) => path)).toEqual(['all[0]', 'all[1].any[1]'])
      expect(inside.because.map(({ actual }) => actual.values)).toEqual([['Bandung'], [1]])
      expect(inside.sentence).toBe(
        'Belongs: this takes in customers whose city is “Bandung” (here: “Bandung”) and whose number of orders (in the last 30 days) is at least 1 (here: 1).',
      )
      expect(inside.next).toEqual({ at: new Date(at.getTime() + 30 * day) })

      clock.step(30 * day - 1)
      expect(await shop.segments.count('Loyal')).toBe(1)
      clock.step(1)
      expect(await shop.segments.count('Loyal')).toBe(0)
      const outside = await shop.segments.explain(loyal.id, sari, { locale: 'id' })
      expect(outside.holds).toBe(false)
      expect(outside.sentence).toBe(
        'Tidak termasuk: ini tidak mencakup pelanggan yang nilai seumur hidupnya kurang dari Rp 5.000.000 (di sini: Rp 250.000), yang jumlah pesanannya (dalam 30 hari terakhir) kurang dari 1 (di sini: 0) dan yang tidak diarsipkan.',
      )
      expect(outside.next).toMatchObject({ never: true })
    })

    test('that time alone never changes it is told apart from how far was looked', async () => {
      const { shop } = await newShop(open)
      const next = async (where: string, customer: string) =>
        (await shop.segments.explain(where, customer)).next
      const { id: sari } = await shop.customers.add({ name: 'Sari', birthDate: '1960-05-17' })
      const { id: budi } = await shop.customers.add({ name: 'Budi' })
      expect(await next('city = "Bandung"', sari)).toMatchObject({ never: true })
      expect(await next('last purchase in last 30 days', sari)).toMatchObject({ never: true })
      expect(await next('age < 90', budi)).toMatchObject({ never: true })
      expect(await next('age < 90', sari)).toMatchObject({ never: false })
      expect(await next('added > 20 years ago', sari)).toMatchObject({ never: false })
      expect(await next('added > 9 years ago', sari)).toHaveProperty('at')
      await shop.tags.create({ name: 'Lama', where: 'added > 20 years ago' })
      expect(await next('has tag "Lama"', sari)).toMatchObject({ never: false })
      const { next: told } = await shop.segments.whatWouldChange('city = "Bandung"', sari)
      expect(told).toMatchObject({ never: true })
    })

    test('sentences show times to the minute; the values, and a time that was asked for, are exact', async () => {
      const { shop, clock } = await newShop(open)
      const { id: sari } = await shop.customers.add({ name: 'Sari' })
      const at = new Date(clock.now() - 12_345)
      await shop.transactions.record({ customer: sari, orderId: 'INV-1', at, lines })
      const where = {
        field: 'lastPurchase',
        is: '<',
        value: '2031-04-05T06:07:08.009Z',
      } as const
      const { sentence, because } = await shop.segments.explain(where, sari)
      expect(because.map(({ actual }) => actual.values)).toEqual([[at.getTime()]])
      expect(sentence).toMatch(/\(here: [^:]* \d\d:\d\d\)\.$/)
      expect(sentence).toContain(':07:08.009')
      expect(await shop.segments.describe(where)).toContain(':07:08.009')
    })

    test('attributes are shown as what they were declared: yes or no, dates, choices', async () => {
      const { shop } = await newShop(open)
      await shop.attributes.declare({ name: 'halal', type: 'boolean' })
      await shop.attributes.declare({ name: 'memberSince', type: 'date' })
      await shop.attributes.declare({ name: 'kind', type: 'choice', choices: ['male', 'other'] })
      const { id } = await shop.customers.add({
        name: 'Sari',
        attributes: { halal: false, memberSince: '2026-01-31', kind: 'male' },
      })
      const { id: other } = await shop.customers.add({ name: 'Budi' })
      const halal = { field: 'attr.halal', is: '=', value: true } as const
      const no = await shop.segments.explain(halal, id)
      expect(no.because.map(({ actual }) => actual)).toEqual([{ type: 'flag', values: [false] }])
      expect(no.sentence).toBe(
        'Does not belong: this leaves out customers whose “halal” is not yes (here: no).',
      )
      const tidak = await shop.segments.explain(halal, id, { locale: 'id' })
      expect(tidak.sentence).toMatch(/ya \(di sini: tidak\)\.$/)
      const nothing = await shop.segments.explain(halal, other)
      expect(nothing.because[0]?.actual).toEqual({ type: 'flag', values: [] })
      expect(nothing.sentence).toMatch(/is not yes \(here: nothing\)\.$/)
      const missing = { field: 'attr.halal', is: 'missing' } as const
      expect((await shop.segments.explain(missing, id)).because[0]?.actual.values).toEqual([false])
      const since = { field: 'attr.memberSince', is: 'missing' } as const
      expect((await shop.segments.explain(since, id)).sentence).toMatch(
        /\(here: 31 January 2026\)\.$/,
      )
      const kind = { field: 'attr.kind', is: '=', value: 'other' } as const
      expect((await shop.segments.explain(kind, id, { locale: 'id' })).sentence).toBe(
        'Tidak termasuk: ini tidak mencakup pelanggan yang “kind”-nya bukan “other” (di sini: “male”).',
      )
    })

    test('what a segment means, in English and in Indonesian', async () => {
      const { shop } = await newShop(open)
      await shop.groups.create({ name: 'Reseller' })
      await shop.segments.create({ name: 'Shops', where: 'in group "reseller" and not archived' })
      expect(await shop.segments.describe('Shops')).toBe(
        'Customers who are in the group “Reseller” and who are not archived.',
      )
      expect(await shop.segments.describe('Shops', { locale: 'id' })).toBe(
        'Pelanggan yang ada di grup “Reseller” dan yang tidak diarsipkan.',
      )
      const { id } = await shop.customers.add({ name: 'Sari' })
      const { describe: inWords, explain } = shop.segments
      for (const [options, field] of [
        [{ locale: 'fr' }, 'locale'],
        [{ language: 'id' }, 'language'],
        ['id', undefined],
      ]) {
        const refused = { code: 'INVALID_INPUT', field }
        const described = Reflect.apply(inWords, undefined, ['Shops', options])
        await expect(described).rejects.toMatchObject(refused)
        const explained = Reflect.apply(explain, undefined, ['Shops', id, options])
        await expect(explained).rejects.toMatchObject(refused)
      }
    })
  })
}
