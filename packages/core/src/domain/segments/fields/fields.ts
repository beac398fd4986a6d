import { consentFields } from './consent-fields.ts'
import { contactFields } from './contact-fields.ts'
import type { FieldsOf } from './field.ts'
import type { KnownFieldName } from './field-types.ts'
import { identityFields } from './identity-fields.ts'
import { profileFields } from './profile-fields.ts'
import { scoreFields } from './score-fields.ts'
import { valueFields } from './value-fields.ts'

/** Every field that a predicate may name in any shop, in the order of the reference page. */
export const fields: FieldsOf<KnownFieldName> = {
  ...profileFields,
  ...identityFields,
  ...contactFields,
  ...consentFields,
  ...valueFields,
  ...scoreFields,
}
