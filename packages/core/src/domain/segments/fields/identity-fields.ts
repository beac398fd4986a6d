import type { FieldsOf } from './field.ts'

/** How the customer is known; a customer may have several of each. */
export const identityFields: FieldsOf<
  'phone' | 'email' | 'emailBounced' | 'whatsapp' | 'userId' | 'lid' | 'external'
> = {
  phone: {
    type: 'text',
    reads: { from: 'identity', kind: 'phone' },
    dependsOn: 'identities',
    optional: true,
  },
  email: {
    type: 'text',
    reads: { from: 'identity', kind: 'email' },
    dependsOn: 'identities',
    optional: true,
  },
  emailBounced: {
    type: 'flag',
    reads: { from: 'rule', rule: 'emailBounced' },
    dependsOn: 'identities',
    optional: false,
  },
  whatsapp: {
    type: 'text',
    reads: { from: 'identity', kind: 'whatsapp' },
    dependsOn: 'identities',
    optional: true,
  },
  userId: {
    type: 'text',
    reads: { from: 'identity', kind: 'userId' },
    dependsOn: 'identities',
    optional: true,
  },
  lid: {
    type: 'text',
    reads: { from: 'identity', kind: 'lid' },
    dependsOn: 'identities',
    optional: true,
  },
  external: {
    type: 'text',
    reads: { from: 'identity', kind: 'external' },
    dependsOn: 'identities',
    optional: true,
  },
}
