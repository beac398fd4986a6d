import { absent, nothing, wrongLists, wrongTexts } from '../wrong-values.ts'
import { type InputSpec, one } from './input-spec.ts'
import { pageFields } from './page-inputs.ts'

export const conflictInputs: readonly InputSpec[] = [
  ...['conflicts.record', 'conflicts.dismiss'].map(
    (method): InputSpec => ({
      method,
      args: one,
      right: ({ customer, newcomer }) => ({ customers: [customer, newcomer] }),
      fields: {
        customers: [
          ...wrongLists,
          ['nobody', []],
          ['one alone', ['a', 'a']],
          ['too many', Array.from({ length: 21 }, (_, i) => `c-${i}`)],
          nothing,
          absent,
        ],
        'customers[1]': [...wrongTexts(200), nothing],
      },
      closed: [''],
    }),
  ),
  {
    method: 'conflicts.list',
    args: one,
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [], after: [...wrongTexts(2_000), nothing] },
    closed: [''],
  },
]
