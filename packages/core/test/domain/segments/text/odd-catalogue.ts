import type { Catalogue, Named } from '../../../../src/domain/segments/catalogue.ts'
import { catalogue } from '../shop.ts'

const names = [
  'VIP',
  'vip',
  'Vip ',
  'say "hi"\\',
  'two\nlines\tand a tab',
  'and',
  '__proto__',
  '\u202etxt',
  '😀',
  ' ',
]

function named(kind: string): readonly Named[] {
  return names.map((name, i) => ({ id: i === 0 ? `"${kind}"` : `${kind} ${i}`, name }))
}

/** A shop with decimals, whose names are as hard to write as names can be. */
export const oddCatalogue: Catalogue = {
  ...catalogue,
  currency: 'GBP',
  scale: 2,
  attributes: [
    { name: 'Skin type', type: 'text', choices: [] },
    { name: 'a "quote"', type: 'number', choices: [] },
    { name: 'not', type: 'boolean', choices: [] },
    { name: 'e1', type: 'date', choices: [] },
    { name: 'one-time', type: 'boolean', choices: [] },
    { name: '2nd', type: 'number', choices: [] },
    {
      name: '__proto__',
      type: 'choice',
      choices: [
        'missing',
        'not',
        'Present',
        'and',
        'AND',
        'one two',
        'e1',
        '10',
        '',
        ' x',
        'İ',
        'id',
      ],
    },
  ],
  groups: named('group'),
  tags: [...named('tag'), { id: 'twin', name: 'VIP' }],
  categories: named('category'),
  segments: [],
}
