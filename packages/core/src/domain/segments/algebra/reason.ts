import type { Catalogue } from '../catalogue.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import { fields } from '../fields/fields.ts'
import { wordsOf } from '../text/lexicon.ts'
import { print } from '../text/print.ts'
import type { Leaf } from './prove/formula.ts'

/** Why leaves that all must hold cannot, where they are about one field of one value; null elsewhere. */
export function reasonOf(because: readonly Leaf[], catalogue: Catalogue): string | null {
  const [first] = because
  if (first === undefined || !('field' in first.predicate)) return null
  const { field } = first.predicate
  if (isAttributeFieldName(field)) return null
  const { from } = fields[field].reads
  if (from === 'identity' || from === 'attribute') return null
  const name = wordsOf(field)
  const tests: string[] = []
  for (const { path, predicate } of because) {
    const isOther = !('field' in predicate) || predicate.field !== field
    if (isOther || predicate.is === 'missing' || !allMustHold.test(path)) return null
    const text = print(predicate, catalogue).replaceAll(/\s+/g, ' ')
    if (!text.startsWith(`${name} `)) return null
    tests.push((path.endsWith('not') ? 'not ' : '') + inWords(text.slice(name.length + 1)))
  }
  const both = tests.length === 2 ? 'both ' : ''
  return `no ${name} is ever ${both}${tests.join(' and ')}`
}

/** Paths of what stands in ands alone, negated at the end at most. */
const allMustHold = /^(?:all\[\d+\]\.?)*(?:not)?$/

const words: Readonly<Record<string, string>> = {
  is: '',
  '=': 'equal to ',
  '<': 'less than ',
  '<=': 'at most ',
  '>': 'greater than ',
  '>=': 'at least ',
}

/** A test behind its field: `greater than 10`; so long ago has no strict forms. */
function inWords(test: string): string {
  const [sign = '', ...rest] = test.split(' ')
  const word = sign === '>' && test.endsWith(' ago') ? 'at least ' : words[sign]
  return word === undefined ? test : word + rest.join(' ')
}
