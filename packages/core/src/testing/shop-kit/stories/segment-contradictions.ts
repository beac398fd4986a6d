import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

export function segmentContradictionStories(open: OpenStorage): void {
  describe('stories: segments that nobody can belong to', () => {
    test('are not saved, and the message says which parts contradict each other', async () => {
      const { shop } = await newShop(open)
      const create = (where: string) => shop.segments.create({ name: 'Tak mungkin', where })
      const nobody = (what: string, why?: string) => ({
        code: 'PREDICATE_MATCHES_NOBODY',
        message: `${what} can match nobody, now or later${why === undefined ? '' : `: ${why}`}. Change or leave out one of its parts.`,
      })
      await expect(create('archived and ltv > 10 and ltv < 5')).rejects.toMatchObject({
        ...nobody('ltv > 10 and ltv < 5', 'no ltv is ever both greater than 10 and less than 5'),
        field: 'where',
        details: {
          leaves: ['all[1]', 'all[2]'],
          places: [
            { line: 1, column: 14 },
            { line: 1, column: 27 },
          ],
        },
      })
      await expect(create('any()')).rejects.toMatchObject(nobody('any()'))
      await expect(
        create('added before 2026-01-01 and added in last 7 days'),
      ).rejects.toMatchObject(
        nobody(
          'added before 2026-01-01 and added in last 7 days',
          'no added is ever both before 2026-01-01 and in last 7 days',
        ),
      )
      await expect(create('last purchase in next 7 days')).rejects.toMatchObject(
        nobody('last purchase in next 7 days', 'no last purchase is ever in next 7 days'),
      )
      await expect(
        create('orders = 0 and (last purchase in last 30 days or productive)'),
      ).rejects.toMatchObject({ code: 'PREDICATE_MATCHES_NOBODY' })
      await expect(create('loyalty is prospect and orders >= 3')).rejects.toMatchObject({
        code: 'PREDICATE_MATCHES_NOBODY',
      })
      expect(await shop.segments.list()).toEqual([])
    })

    test('people are not named in the message', async () => {
      const { shop } = await newShop(open)
      const where = 'name = "Sari Dewi" and name = "Budi"'
      const refused = await shop.segments.create({ name: 'Dua nama', where }).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(refused).toMatchObject({
        code: 'PREDICATE_MATCHES_NOBODY',
        message: expect.stringContaining(
          'name = "…" (line 1, column 1) and name = "…" (line 1, column 24) can match nobody',
        ),
        details: { leaves: ['all[0]', 'all[1]'] },
      })
      expect(String(refused)).not.toMatch(/Sari|Budi/)
      const all: Predicate[] = ['1990-01-31', '1991-01-31'].map((value) => ({
        field: 'birthDate',
        is: '=',
        value,
      }))
      await expect(shop.segments.create({ name: 'Dua', where: { all } })).rejects.toMatchObject({
        message: expect.stringContaining(
          'birth date = … (all[0]) and birth date = … (all[1]) can match nobody',
        ),
      })
    })

    test('what may match one day is saved, and what matches everybody; counting refuses nothing', async () => {
      const { shop } = await newShop(open)
      for (const [i, where] of [
        'last purchase after 2030-01-01',
        'phone = "+6281234567890" and phone = "+6281234567891"',
        'not age < 5 and age is missing',
        'orders >= 0',
        'added in last 30 days and added > 1 month ago',
      ].entries()) {
        const { id } = await shop.segments.create({ name: `Mungkin ${i}`, where })
        expect(await shop.segments.count(id)).toBe(0)
      }
      expect(await shop.segments.count('ltv > 10 and ltv < 5')).toBe(0)
    })

    test('nor are they by an edit, also through another segment', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.segments.create({ name: 'Besar', where: 'ltv >= 5_000_000' })
      const where = 'in segment "Besar" and ltv < 1_000'
      await expect(shop.segments.create({ name: 'Kecil', where })).rejects.toMatchObject({
        code: 'PREDICATE_MATCHES_NOBODY',
        message: expect.stringContaining('in segment "Besar" and ltv < 1_000'),
        details: { leaves: ['all[0].segment', 'all[1]'] },
      })
      const nothing = { where: 'ltv >= 5_000_000 and not ltv >= 1' }
      await expect(shop.segments.edit(id, nothing)).rejects.toMatchObject({
        code: 'PREDICATE_MATCHES_NOBODY',
      })
      expect((await shop.segments.get(id)).where).toEqual({
        field: 'ltv',
        is: '>=',
        value: 5_000_000,
      })
    })

    test('nor is what refers to an edited segment emptied silently', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.segments.create({ name: 'Besar', where: 'ltv >= 5_000_000' })
      const inner = { name: 'Besar, belum lama', where: 'in segment "Besar" and orders < 3' }
      const segment = await shop.segments.create(inner)
      const view = await shop.views.create({ name: 'Segan', where: { segment: segment.id } })
      const where = 'in segment "Besar" and not archived'
      const tag = await shop.tags.create({ name: 'Sultan', where })
      const few = shop.segments.edit(id, { where: 'orders >= 3' })
      await expect(few).rejects.toMatchObject({
        code: 'PREDICATE_MATCHES_NOBODY',
        field: 'where',
        message: expect.stringContaining('segment "Besar, belum lama", view "Segan"'),
        details: { segments: [segment.id], tags: [], views: [view.id] },
      })
      await expect(shop.segments.edit(id, { where: 'archived' })).rejects.toMatchObject({
        code: 'PREDICATE_MATCHES_NOBODY',
        details: { segments: [], tags: [tag.id], views: [] },
      })
      expect((await shop.segments.get(id)).where).toMatchObject({ field: 'ltv' })
      await shop.segments.edit(id, { where: 'ltv >= 9_000_000' })
    })
  })
}
