import { ofCustomer, ofFacts } from './columns.ts'
import type { FieldsOf } from './field.ts'

/** How the customer came, and what passed since. */
export const contactFields: FieldsOf<
  | 'acquisition'
  | 'source'
  | 'campaign'
  | 'adClickId'
  | 'added'
  | 'firstContact'
  | 'lastInteraction'
  | 'lastActivity'
  | 'interactions'
> = {
  acquisition: {
    type: 'choice',
    reads: { from: 'column', column: ofCustomer('acquisition') },
    dependsOn: 'profile',
    optional: false,
    means: 'How the customer came into the database.',
    example: { field: 'acquisition', is: '=', value: 'import' },
    choices: ['inbound', 'import', 'manual', 'form', 'checkout'],
  },
  source: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('sourceFold'), written: ofCustomer('source') },
    dependsOn: 'profile',
    optional: true,
    means: 'Where the customer came from.',
    example: { field: 'source', is: '=', value: 'instagram' },
  },
  campaign: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('campaignFold'), written: ofCustomer('campaign') },
    dependsOn: 'profile',
    optional: true,
    means: 'Campaign that brought the customer.',
    example: { field: 'campaign', is: '=', value: 'ramadan-26' },
  },
  adClickId: {
    type: 'exactText',
    reads: { from: 'column', column: ofCustomer('adClickId') },
    dependsOn: 'profile',
    optional: true,
    means: 'Click id of the ad.',
    example: { field: 'adClickId', is: 'missing' },
  },
  added: {
    type: 'instant',
    reads: { from: 'column', column: ofCustomer('addedAt') },
    dependsOn: 'profile',
    optional: false,
    means: 'When the customer was added.',
    example: { field: 'added', is: 'in', value: { last: { days: 7 } } },
  },
  firstContact: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('firstContactAt') },
    dependsOn: 'facts',
    optional: false,
    means: 'First contact that is known.',
    example: { field: 'firstContact', is: 'in', value: { this: 'month' } },
  },
  lastInteraction: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('lastInteractionAt') },
    dependsOn: 'facts',
    optional: true,
    means: 'Latest message, call, visit or form.',
    example: { field: 'lastInteraction', is: '<=', value: { ago: { days: 30 } } },
  },
  lastActivity: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('lastActivityAt') },
    dependsOn: 'facts',
    optional: true,
    means: 'Latest interaction, purchase or payment.',
    example: { field: 'lastActivity', is: '<=', value: { ago: { months: 3 } } },
  },
  interactions: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('interactions') },
    dependsOn: 'facts',
    optional: false,
    means: 'Number of interactions.',
    example: { field: 'interactions', is: '>=', value: 5 },
  },
}
