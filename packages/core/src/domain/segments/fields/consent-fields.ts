import type { FieldsOf } from './field.ts'

/** What the customer wants no more. */
export const consentFields: FieldsOf<'optedOut'> = {
  optedOut: {
    type: 'flag',
    reads: { from: 'rule', rule: 'optedOut' },
    dependsOn: 'consents',
    optional: false,
  },
}
