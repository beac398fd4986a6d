import { check, type Operator } from '../../../packages/core/src/domain/segments/index.ts'
import { isLanggananError } from '../../../packages/core/src/index.ts'
import { catalogue } from './catalogue.ts'

/** Values of which every operator takes one, wherever it is taken at all. */
const values: { readonly [O in Operator]: readonly unknown[] } = {
  '=': [1, '2026-01-31T00:00:00Z'],
  '<': [1, '2026-01-31T00:00:00Z'],
  '<=': [1, { ago: { days: 1 } }],
  '>': [1, { ago: { days: 1 } }],
  '>=': [1, '2026-01-31T00:00:00Z'],
  in: [[1], { last: { days: 7 } }],
  between: [
    [1, 2],
    ['2026-01-31T00:00:00Z', '2026-02-01T00:00:00Z'],
  ],
  contains: ['text'],
  startsWith: ['text'],
  endsWith: ['text'],
  exactly: ['text'],
  missing: [undefined],
}

/** The operators that `check` takes behind what is asked about, found by trying each. */
export function operatorsTaken(subject: object): readonly string[] {
  return Object.entries(values).flatMap(([is, tried]) =>
    tried.some((value) => isTaken({ ...subject, is, ...(value === undefined ? {} : { value }) }))
      ? [is]
      : [],
  )
}

function isTaken(predicate: unknown): boolean {
  try {
    check(predicate, catalogue)
    return true
  } catch (error) {
    if (isLanggananError(error, 'PREDICATE_INVALID')) return false
    throw error
  }
}
