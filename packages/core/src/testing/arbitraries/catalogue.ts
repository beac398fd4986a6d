import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { texts } from './pools.ts'

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
  }
}

function namedList(kind: string, names: readonly string[]): Catalogue['groups'] {
  return names.map((name, i) => ({ id: `${kind}-${i}`, name }))
}
