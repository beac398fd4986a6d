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
    choices: rfmGroups,
  },
  rfmRecency: {
    type: 'integer',
    reads: { from: 'score', column: 'rfmRecency' },
    dependsOn: 'scores',
    optional: true,
  },
  rfmFrequency: {
    type: 'integer',
    reads: { from: 'score', column: 'rfmFrequency' },
    dependsOn: 'scores',
    optional: true,
  },
  rfmMonetary: {
    type: 'integer',
    reads: { from: 'score', column: 'rfmMonetary' },
    dependsOn: 'scores',
    optional: true,
  },
  probabilityAlive: {
    type: 'share',
    reads: { from: 'score', column: 'probabilityAlive' },
    dependsOn: 'scores',
    optional: true,
  },
}
