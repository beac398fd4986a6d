import {
  absent,
  nothing,
  wrongChoices,
  wrongDates,
  wrongIntegers,
  wrongTexts,
} from '../wrong-values.ts'

import { type InputSpec, one } from './input-spec.ts'

export const pageFields: InputSpec['fields'] = {
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
  {
    method: 'labels.board',
    args: one,
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [] },
    closed: [''],
  },
  {
    method: 'reports.labels',
    args: one,
    right: () => ({ from: new Date(0), to: new Date(0) }),
    fields: {
      from: [...wrongDates, nothing],
      to: [...wrongDates, nothing, ['a time before from', new Date(-1)]],
    },
    closed: [''],
  },
  { method: 'value.regulars', args: one, right: () => ({}), fields: pageFields, closed: [''] },
  {
    method: 'messages.unresolved',
    args: one,
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [], after: [...wrongTexts(2_000), nothing] },
    closed: [''],
  },
  {
    method: 'messages.resolve',
    args: (input, { lostSend }) => [lostSend, input],
    right: () => ({ sent: true }),
    fields: { sent: [...wrongChoices, nothing, absent] },
    closed: [''],
  },
  {
    method: 'events.read',
    args: one,
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [], after: pageFields.after ?? [] },
    closed: [''],
  },
]
