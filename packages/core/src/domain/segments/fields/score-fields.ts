import { rfmGroups } from '../../scores/rows.ts'
import type { FieldsOf } from './field.ts'

/** What models say, as of their last run. */
export const scoreFields: FieldsOf<
  'rfmGroup' | 'rfmRecency' | 'rfmFrequency' | 'rfmMonetary' | 'probabilityAlive'
> = {
  rfmGroup: {
    type: 'choice',
    reads: { from: 'score', column: 'rfmGroup' },
    dependsOn: 'scores',
    optional: true,
    means: 'Group by recency, frequency and money together.',
    example: { field: 'rfmGroup', is: '=', value: 'champions' },
    choices: rfmGroups,
  },
  rfmRecency: {
    type: 'integer',
    reads: { from: 'score', column: 'rfmRecency' },
    dependsOn: 'scores',
    optional: true,
    means: 'How recently the customer bought, from 1 to 5, 5 the most recent.',
    example: { field: 'rfmRecency', is: '>=', value: 4 },
  },
  rfmFrequency: {
    type: 'integer',
    reads: { from: 'score', column: 'rfmFrequency' },
    dependsOn: 'scores',
    optional: true,
    means: 'How often the customer buys, from 1 to 5.',
    example: { field: 'rfmFrequency', is: '=', value: 5 },
  },
  rfmMonetary: {
    type: 'integer',
    reads: { from: 'score', column: 'rfmMonetary' },
    dependsOn: 'scores',
    optional: true,
    means: 'How much the customer spends, from 1 to 5.',
    example: { field: 'rfmMonetary', is: '<=', value: 2 },
  },
  probabilityAlive: {
    type: 'share',
    reads: { from: 'score', column: 'probabilityAlive' },
    dependsOn: 'scores',
    optional: true,
    means: 'Probability that the customer still buys.',
    example: { field: 'probabilityAlive', is: '<', value: 0.3 },
  },
}
