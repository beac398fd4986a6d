import { describe, expect, test } from 'vitest'
import type { Shop } from '../../../shop/shop.ts'
import { day } from '../commands/command.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

export function labelReportStories(open: OpenStorage): void {
  describe('stories: label reports', () => {
    test('leads move from label to label, and who labelled the buyers is seen', async () => {
      const { shop, clock } = await newShop(open)
      const began = new Date(clock.now())
      const [sari, budi, citra] = [
        await lead(shop, 'Sari', 'instagram', 'Ramadan'),
        await lead(shop, 'Budi', 'Instagram', 'Ramadan'),
        await lead(shop, 'Citra', 'google'),
      ]
      await put(shop, 'Baru', 'Dina', sari, budi, citra)
      clock.step(day)
      const middle = new Date(clock.now())
      for (const customer of [sari, budi]) {
        await shop.labels.record({ customer, source: 'waha', label: 'Baru', change: 'removed' })
      }
      await put(shop, 'Grade A', 'Dina', sari)
      await put(shop, 'Grade A', 'Eko', budi)
      const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]
      await shop.transactions.record({ customer: sari, orderId: 'INV-1', lines, paid: true })
      clock.step(1)

      const report = await shop.reports.labels({ from: began })
      expect(report.contacts).toMatchObject([
        { label: { name: 'Grade A' }, contacts: 2 },
        { label: { name: 'Baru' }, contacts: 1 },
      ])
      expect(names(report.movement)).toEqual(['Baru → Grade A: 2', 'Baru → Baru: 1'])
      expect(report.agents).toMatchObject([
        { label: { name: 'Grade A' }, by: 'Dina', customers: 1, conversion: 1, ltv: 50_000 },
        { label: { name: 'Baru' }, by: 'Dina', customers: 3, productive: 1, ltv: 50_000 },
        { label: { name: 'Grade A' }, by: 'Eko', customers: 1, conversion: 0, ltv: 0 },
      ])
      expect(report.origins).toMatchObject([
        { label: { name: 'Baru' }, source: 'Instagram', campaign: 'Ramadan', customers: 2 },
        { label: { name: 'Grade A' }, source: 'Instagram', campaign: 'Ramadan', customers: 2 },
        { label: { name: 'Baru' }, source: 'google', campaign: null, customers: 1 },
      ])

      const later = await shop.reports.labels({ from: middle, where: 'source = "google"' })
      expect(later).toMatchObject({ agents: [], origins: [], contacts: [{ contacts: 1 }] })
    })

    test('the board shows every label that exists with its contacts, the latest first', async () => {
      const { shop, clock } = await newShop(open)
      const [sari, budi] = [await lead(shop, 'Sari'), await lead(shop, 'Budi')]
      await put(shop, 'Grade A', 'Dina', sari)
      clock.step(day)
      await put(shop, 'Grade A', 'Eko', budi)
      await shop.labels.hear({
        source: 'waha',
        events: [
          { told: 'label', label: '3', name: 'Baru' },
          { told: 'label', label: '4', name: 'Lama' },
          { told: 'label', label: '4', deleted: true },
        ],
      })
      const now = new Date(clock.now())
      expect(await shop.labels.board({ limit: 1 })).toMatchObject([
        { name: 'Baru', contacts: 0, latest: [] },
        {
          name: 'Grade A',
          contacts: 2,
          latest: [{ customer: budi, name: 'Budi', since: now, by: 'Eko' }],
        },
      ])
      const where = { field: 'name', is: '=', value: 'sari' } as const
      const [, gradeA] = await shop.labels.board({ where })
      expect(gradeA).toMatchObject({ contacts: 1, latest: [{ customer: sari }] })
    })
  })
}

async function lead(
  shop: Shop,
  name: string,
  source: string | null = null,
  campaign: string | null = null,
): Promise<string> {
  return (await shop.customers.add({ name, source, campaign })).id
}

async function put(
  shop: Shop,
  label: string,
  by: string,
  ...customers: readonly string[]
): Promise<void> {
  for (const customer of customers) {
    await shop.labels.record({ customer, label, source: 'waha', change: 'added', by })
  }
}

interface Move {
  readonly from: { readonly name: string } | null
  readonly to: { readonly name: string } | null
  readonly customers: number
}

function names(moves: readonly Move[]): readonly string[] {
  return moves.map(
    ({ from, to, customers }) => `${from?.name ?? '–'} → ${to?.name ?? '–'}: ${customers}`,
  )
}
