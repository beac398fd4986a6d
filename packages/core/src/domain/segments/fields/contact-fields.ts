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
    choices: ['inbound', 'import', 'manual', 'form', 'checkout'],
  },
  source: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('sourceFold'), written: ofCustomer('source') },
    dependsOn: 'profile',
    optional: true,
  },
  campaign: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('campaignFold'), written: ofCustomer('campaign') },
    dependsOn: 'profile',
    optional: true,
  },
  adClickId: {
    type: 'exactText',
    reads: { from: 'column', column: ofCustomer('adClickId') },
    dependsOn: 'profile',
    optional: true,
  },
  added: {
    type: 'instant',
    reads: { from: 'column', column: ofCustomer('addedAt') },
    dependsOn: 'profile',
    optional: false,
  },
  firstContact: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('firstContactAt') },
    dependsOn: 'facts',
    optional: false,
  },
  lastInteraction: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('lastInteractionAt') },
    dependsOn: 'facts',
    optional: true,
  },
  lastActivity: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('lastActivityAt') },
    dependsOn: 'facts',
    optional: true,
  },
  interactions: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('interactions') },
    dependsOn: 'facts',
    optional: false,
  },
}
