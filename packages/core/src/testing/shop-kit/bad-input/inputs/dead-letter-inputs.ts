import { absent, nothing, wrongChoices, wrongTexts } from '../wrong-values.ts'
import { batchOf, type InputSpec, one } from './input-spec.ts'
import { pageFields } from './page-inputs.ts'

const letter: Pick<InputSpec, 'right' | 'fields' | 'closed'> = {
  right: () => ({ source: 'whatsapp', kind: 'rejected', reason: 'expected a list', payload: 'a' }),
  fields: {
    source: [...wrongTexts(64), nothing, absent],
    kind: [...wrongChoices, nothing, absent],
    reason: [...wrongTexts(200), nothing, absent],
    place: wrongTexts(500),
    payload: [...wrongTexts(2_000_000), nothing, absent],
  },
  closed: [''],
}

export const deadLetterInputs: readonly InputSpec[] = [
  { method: 'deadLetters.record', args: one, ...letter },
  { method: 'deadLetters.recordMany', place: '[0]', args: batchOf, ...letter },
  {
    method: 'deadLetters.list',
    args: one,
    right: () => ({}),
    fields: {
      settled: [...wrongChoices, nothing],
      limit: pageFields.limit ?? [],
      after: [...wrongTexts(2_000), nothing],
    },
    closed: [''],
  },
]
