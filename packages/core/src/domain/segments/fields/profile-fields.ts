import { ofCustomer } from './columns.ts'
import type { FieldsOf } from './field.ts'

/** Who the customer is. */
export const profileFields: FieldsOf<
  | 'name'
  | 'businessName'
  | 'address'
  | 'city'
  | 'region'
  | 'country'
  | 'age'
  | 'birthDate'
  | 'birthday'
  | 'gender'
  | 'education'
  | 'occupation'
  | 'notes'
  | 'interests'
  | 'favouriteProducts'
  | 'category'
  | 'preferredChannel'
  | 'archived'
  | 'blacklisted'
> = {
  name: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('nameFold'), written: ofCustomer('name') },
    dependsOn: 'profile',
    optional: false,
  },
  businessName: {
    type: 'text',
    reads: {
      from: 'folded',
      folded: ofCustomer('businessNameFold'),
      written: ofCustomer('businessName'),
    },
    dependsOn: 'profile',
    optional: true,
  },
  address: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('addressFold'), written: ofCustomer('address') },
    dependsOn: 'profile',
    optional: true,
  },
  city: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('cityFold'), written: ofCustomer('city') },
    dependsOn: 'profile',
    optional: true,
  },
  region: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('regionFold'), written: ofCustomer('region') },
    dependsOn: 'profile',
    optional: true,
  },
  country: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('countryFold'), written: ofCustomer('country') },
    dependsOn: 'profile',
    optional: true,
  },
  age: {
    type: 'age',
    reads: { from: 'rule', rule: 'age' },
    dependsOn: 'profile',
    optional: true,
  },
  birthDate: {
    type: 'localDate',
    reads: { from: 'column', column: ofCustomer('birthDate') },
    dependsOn: 'profile',
    optional: true,
  },
  birthday: {
    type: 'anniversary',
    reads: { from: 'rule', rule: 'birthday' },
    dependsOn: 'facts',
    optional: true,
  },
  gender: {
    type: 'choice',
    reads: { from: 'column', column: ofCustomer('gender') },
    dependsOn: 'profile',
    optional: true,
    choices: ['female', 'male', 'other'],
  },
  education: {
    type: 'text',
    reads: {
      from: 'folded',
      folded: ofCustomer('educationFold'),
      written: ofCustomer('education'),
    },
    dependsOn: 'profile',
    optional: true,
  },
  occupation: {
    type: 'text',
    reads: {
      from: 'folded',
      folded: ofCustomer('occupationFold'),
      written: ofCustomer('occupation'),
    },
    dependsOn: 'profile',
    optional: true,
  },
  notes: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('notesFold'), written: ofCustomer('notes') },
    dependsOn: 'profile',
    optional: true,
  },
  interests: {
    type: 'text',
    reads: { from: 'attribute', field: 'interests' },
    dependsOn: 'attributes',
    optional: true,
  },
  favouriteProducts: {
    type: 'text',
    reads: { from: 'attribute', field: 'favouriteProducts' },
    dependsOn: 'attributes',
    optional: true,
  },
  category: {
    type: 'reference',
    reads: { from: 'column', column: ofCustomer('categoryId') },
    dependsOn: 'profile',
    optional: true,
  },
  preferredChannel: {
    type: 'exactText',
    reads: { from: 'column', column: ofCustomer('preferredChannel') },
    dependsOn: 'profile',
    optional: true,
  },
  archived: {
    type: 'flag',
    reads: { from: 'rule', rule: 'archived' },
    dependsOn: 'profile',
    optional: false,
  },
  blacklisted: {
    type: 'flag',
    reads: { from: 'rule', rule: 'blacklisted' },
    dependsOn: 'profile',
    optional: false,
  },
}
