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
    means: 'Any phone number, in international form.',
    example: { field: 'phone', is: 'startsWith', value: '+62812' },
  },
  email: {
    type: 'text',
    reads: { from: 'identity', kind: 'email' },
    dependsOn: 'identities',
    optional: true,
    means: 'Any e-mail address.',
    example: { field: 'email', is: 'missing' },
  },
  emailBounced: {
    type: 'flag',
    reads: { from: 'rule', rule: 'emailBounced' },
    dependsOn: 'identities',
    optional: false,
    means: 'Whether mail to any e-mail address came back, and the address was not confirmed since.',
    example: { field: 'emailBounced', is: '=', value: true },
  },
  whatsapp: {
    type: 'text',
    reads: { from: 'identity', kind: 'whatsapp' },
    dependsOn: 'identities',
    optional: true,
    means: 'Any WhatsApp id, digits only.',
    example: { field: 'whatsapp', is: '=', value: '6281234567890' },
  },
  userId: {
    type: 'text',
    reads: { from: 'identity', kind: 'userId' },
    dependsOn: 'identities',
    optional: true,
    means: 'Any user id that WhatsApp scopes to the business.',
    example: { field: 'userId', is: '=', value: 'ID.13491208655302741918' },
  },
  lid: {
    type: 'text',
    reads: { from: 'identity', kind: 'lid' },
    dependsOn: 'identities',
    optional: true,
    means: 'Any linked id of WhatsApp.',
    example: { field: 'lid', is: 'missing' },
  },
  external: {
    type: 'text',
    reads: { from: 'identity', kind: 'external' },
    dependsOn: 'identities',
    optional: true,
    means: "Any of the shop's own customer numbers.",
    example: { field: 'external', is: 'startsWith', value: 'K-' },
  },
}
