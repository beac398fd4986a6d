import type { Catalogue, Named } from '../../../packages/core/src/domain/segments/index.ts'

/** The instant of the page. */
export const now: number = Date.parse('2026-03-04T10:00:00+07:00')

export const shopId = 'kopi-senja'

export const ids = {
  category: '01980000-0000-7000-8000-000000000001',
  group: '01980000-0000-7000-8000-000000000002',
  tag: '01980000-0000-7000-8000-000000000003',
  label: '01980000-0000-7000-8000-000000000004',
  segment: '01980000-0000-7000-8000-000000000005',
} as const

/** A shop with one of everything that a predicate can name. */
export const catalogue: Catalogue = {
  currency: 'IDR',
  scale: 0,
  timeZone: 'Asia/Jakarta',
  attributes: [
    { name: 'skinType', type: 'text', choices: [] },
    { name: 'cups', type: 'number', choices: [] },
    { name: 'newsletter', type: 'boolean', choices: [] },
    { name: 'memberSince', type: 'date', choices: [] },
    { name: 'roast', type: 'choice', choices: ['light', 'dark'] },
  ],
  categories: [named('category', 'VIP')],
  groups: [named('group', 'Reseller')],
  tags: [named('tag', 'VIP')],
  labels: [{ ...named('label', 'Grade A'), source: 'waha' }],
  segments: [
    {
      ...named('segment', 'Langganan kopi'),
      where: { field: 'orders', is: '>=', value: 3 },
      tracked: true,
    },
  ],
}

function named(kind: keyof typeof ids, name: string): Named {
  return { id: ids[kind], name }
}
