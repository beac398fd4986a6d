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
    means: "The customer's name.",
    example: { field: 'name', is: 'contains', value: 'sri' },
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
    means: "Name of the customer's business.",
    example: { field: 'businessName', is: 'startsWith', value: 'Toko' },
  },
  address: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('addressFold'), written: ofCustomer('address') },
    dependsOn: 'profile',
    optional: true,
    means: 'Street address.',
    example: { field: 'address', is: 'contains', value: 'Jalan Braga' },
  },
  city: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('cityFold'), written: ofCustomer('city') },
    dependsOn: 'profile',
    optional: true,
    means: 'City.',
    example: { field: 'city', is: '=', value: 'Bandung' },
  },
  region: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('regionFold'), written: ofCustomer('region') },
    dependsOn: 'profile',
    optional: true,
    means: 'Province or region.',
    example: { field: 'region', is: '=', value: 'Jawa Barat' },
  },
  country: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('countryFold'), written: ofCustomer('country') },
    dependsOn: 'profile',
    optional: true,
    means: 'Country.',
    example: { field: 'country', is: 'in', value: ['Indonesia', 'Malaysia'] },
  },
  age: {
    type: 'age',
    reads: { from: 'rule', rule: 'age' },
    dependsOn: 'profile',
    optional: true,
    means: 'Age in whole years today.',
    example: { field: 'age', is: 'between', value: [25, 34] },
  },
  birthDate: {
    type: 'localDate',
    reads: { from: 'column', column: ofCustomer('birthDate') },
    dependsOn: 'profile',
    optional: true,
    means: 'Date of birth.',
    example: { field: 'birthDate', is: '<', value: '2000-01-01' },
  },
  birthday: {
    type: 'anniversary',
    reads: { from: 'rule', rule: 'birthday' },
    dependsOn: 'facts',
    optional: true,
    means: 'Day of the year of the birth.',
    example: { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
  },
  gender: {
    type: 'choice',
    reads: { from: 'column', column: ofCustomer('gender') },
    dependsOn: 'profile',
    optional: true,
    means: 'Gender.',
    example: { field: 'gender', is: '=', value: 'female' },
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
    means: 'Education.',
    example: { field: 'education', is: '=', value: 'S1' },
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
    means: 'Occupation.',
    example: { field: 'occupation', is: 'contains', value: 'guru' },
  },
  notes: {
    type: 'text',
    reads: { from: 'folded', folded: ofCustomer('notesFold'), written: ofCustomer('notes') },
    dependsOn: 'profile',
    optional: true,
    means: 'Notes of the staff.',
    example: { field: 'notes', is: 'contains', value: 'grosir' },
  },
  interests: {
    type: 'text',
    reads: { from: 'attribute', field: 'interests' },
    dependsOn: 'attributes',
    optional: true,
    means: 'Any of the interests.',
    example: { field: 'interests', is: '=', value: 'manual brew' },
  },
  favouriteProducts: {
    type: 'text',
    reads: { from: 'attribute', field: 'favouriteProducts' },
    dependsOn: 'attributes',
    optional: true,
    means: 'Any of the favourite products.',
    example: { field: 'favouriteProducts', is: '=', value: 'KOPI-250' },
  },
  category: {
    type: 'reference',
    reads: { from: 'column', column: ofCustomer('categoryId') },
    dependsOn: 'profile',
    optional: true,
    means: 'Category of the customer, by id.',
    example: { field: 'category', is: 'in', value: ['01980000-0000-7000-8000-000000000001'] },
  },
  preferredChannel: {
    type: 'exactText',
    reads: { from: 'column', column: ofCustomer('preferredChannel') },
    dependsOn: 'profile',
    optional: true,
    means: 'Channel that the customer likes best.',
    example: { field: 'preferredChannel', is: '=', value: 'whatsapp' },
  },
  archived: {
    type: 'flag',
    reads: { from: 'rule', rule: 'archived' },
    dependsOn: 'profile',
    optional: false,
    means: 'Whether the customer is archived.',
    example: { field: 'archived', is: '=', value: true },
  },
  blacklisted: {
    type: 'flag',
    reads: { from: 'rule', rule: 'blacklisted' },
    dependsOn: 'profile',
    optional: false,
    means: 'Whether the customer is blacklisted now.',
    example: { field: 'blacklisted', is: '=', value: false },
  },
}
