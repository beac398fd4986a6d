import { nothing, wrongChoices, wrongIntegers, wrongTexts } from '../wrong-values.ts'

import { type InputSpec, one } from './input-spec.ts'

const pageFields: InputSpec['fields'] = {
  sort: [...wrongChoices, nothing],
  direction: [...wrongChoices, nothing],
  limit: [...wrongIntegers, ['none', 0], ['too many', 1_001], nothing],
  after: [...wrongTexts(100_000), nothing],
}

export const pageInputs: readonly InputSpec[] = [
  {
    method: 'customers.list',
    args: one,
    right: () => ({ sort: 'name' }),
    fields: { ...pageFields, view: [...wrongTexts(200), nothing] },
    closed: [''],
  },
  {
    method: 'customers.search',
    args: (input) => ['sari', input],
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [] },
    closed: [''],
  },
  {
    method: 'segments.members',
    args: (input, { segment }) => [segment, input],
    right: () => ({}),
    fields: pageFields,
    closed: [''],
  },
  { method: 'value.regulars', args: one, right: () => ({}), fields: pageFields, closed: [''] },
  {
    method: 'events.read',
    args: one,
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [], after: pageFields.after ?? [] },
    closed: [''],
  },
]
