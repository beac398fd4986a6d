import type { Predicate, Shop } from '@langganan/core'

/** A segment of the demo, with what it is good for. */
export interface DemoSegment {
  readonly name: string
  readonly meaning: string
  readonly where: Predicate
}

export const segments: readonly DemoSegment[] = [
  {
    name: 'Langganan Gayo',
    meaning: 'bought Gayo beans three times or more within 90 days',
    where: {
      purchases: { product: 'KOPI-GAYO', last: { days: 90 } },
      measure: 'orders',
      is: '>=',
      value: 3,
    },
  },
  {
    name: 'Mulai menjauh',
    meaning: 'good customers who stay away longer than they used to: call them now',
    where: {
      all: [
        { field: 'loyalty', is: '=', value: 'slipping' },
        { field: 'ltv', is: '>=', value: 1_000_000 },
      ],
    },
  },
  {
    name: 'Dari iklan, belum beli',
    meaning: 'came by an advertisement and never bought',
    where: {
      all: [{ not: { field: 'adClickId', is: 'missing' } }, { field: 'orders', is: '=', value: 0 }],
    },
  },
  {
    name: 'Bandung 25–34',
    meaning: 'a city and an age; “bandung” and “BANDUNG” are the same city',
    where: {
      all: [
        { field: 'city', is: '=', value: 'Bandung' },
        { field: 'age', is: 'between', value: [25, 34] },
      ],
    },
  },
  {
    name: 'Ulang tahun minggu ini',
    meaning: 'have their birthday within seven days',
    where: { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
  },
  {
    name: 'Bisa dichat bebas',
    meaning: 'wrote within 24 hours, so that no template is needed',
    where: { window: {}, is: 'open' },
  },
]

/** Lifetime value from which a customer gets the tag “Sultan”. */
export const sultanFrom = 5_000_000

/** What the shop set up for itself: rule tags, segments. */
export async function prepare(shop: Shop): Promise<void> {
  await shop.tags.create({ name: 'Sultan', ltvMin: sultanFrom })
  await shop.tags.create({ name: 'Hemat', ltvMin: 1, ltvMax: 150_000 })
  await shop.tags.create({ name: 'Teman Senja' })
  for (const { name, where } of segments) await shop.segments.create({ name, where })
}
