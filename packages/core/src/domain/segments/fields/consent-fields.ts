import type { FieldsOf } from './field.ts'

/** What the customer wants no more. */
export const consentFields: FieldsOf<'optedOut'> = {
  optedOut: {
    type: 'flag',
    reads: { from: 'rule', rule: 'optedOut' },
    dependsOn: 'consents',
    optional: false,
    means: 'Whether marketing was denied or withdrawn on any channel.',
    example: { field: 'optedOut', is: '=', value: false },
  },
}
