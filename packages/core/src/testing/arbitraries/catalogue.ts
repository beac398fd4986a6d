import type { Catalogue } from '../../domain/segments/catalogue.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { texts } from './pools.ts'

const bandung: Predicate = { field: 'city', is: '=', value: 'Bandung' }

/** A shop's catalogue with every type of attribute, one of them named like a property of all objects. */
export function catalogueIn(timeZone: string): Catalogue {
  return {
    currency: 'IDR',
    scale: 0,
    timeZone,
    attributes: [
      { name: 'skinType', type: 'text', choices: [] },
      { name: 'constructor', type: 'text', choices: [] },
      { name: 'weight', type: 'number', choices: [] },
      { name: 'member', type: 'boolean', choices: [] },
      { name: 'since', type: 'date', choices: [] },
      { name: 'roast', type: 'choice', choices: ['light', 'Dark', 'medium'] },
    ],
    groups: namedList('group', ['Reseller', 'Langganan', 'Kosong']),
    tags: namedList('tag', ['VIP', 'Grosir', 'Baru']),
    categories: namedList('category', ['Ritel', 'Grosir', texts[4] ?? '']),
    labels: [
      { id: 'label-0', name: 'Grade A', source: 'whatsapp' },
      { id: 'label-1', name: 'Grade A', source: 'shop' },
      { id: 'label-2', name: 'Grade B', source: 'whatsapp' },
    ],
    segments: [
      { id: 'segment-0', name: 'Orang Bandung', where: bandung, tracked: false },
      { id: 'segment-1', name: 'Jawa', where: { not: { segment: 'segment-0' } }, tracked: false },
      { id: 'segment-2', name: 'Langganan', where: { group: 'group-0' }, tracked: true },
    ],
  }
}

function namedList(kind: string, names: readonly string[]): Catalogue['groups'] {
  return names.map((name, i) => ({ id: `${kind}-${i}`, name }))
}
