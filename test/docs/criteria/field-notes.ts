import type {
  DeclaredAttribute,
  EventListName,
  FieldPredicate,
  KnownFieldName,
} from '../../../packages/core/src/domain/segments/index.ts'

/** What the page of all criteria says of a field. */
export interface FieldNote {
  readonly means: string
  readonly example: FieldPredicate
}

/** A note on each field; the compiler misses one that is not here. */
export const fieldNotes: { readonly [F in KnownFieldName]: FieldNote } = {
  name: {
    means: "The customer's name.",
    example: { field: 'name', is: 'contains', value: 'sri' },
  },
  businessName: {
    means: "Name of the customer's business.",
    example: { field: 'businessName', is: 'startsWith', value: 'Toko' },
  },
  address: {
    means: 'Street address.',
    example: { field: 'address', is: 'contains', value: 'Jalan Braga' },
  },
  city: {
    means: 'City.',
    example: { field: 'city', is: '=', value: 'Bandung' },
  },
  region: {
    means: 'Province or region.',
    example: { field: 'region', is: '=', value: 'Jawa Barat' },
  },
  country: {
    means: 'Country.',
    example: { field: 'country', is: 'in', value: ['Indonesia', 'Malaysia'] },
  },
  age: {
    means: 'Age in whole years today.',
    example: { field: 'age', is: 'between', value: [25, 34] },
  },
  birthDate: {
    means: 'Date of birth.',
    example: { field: 'birthDate', is: '<', value: '2000-01-01' },
  },
  birthday: {
    means: 'Day of the year of the birth.',
    example: { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
  },
  gender: {
    means: 'Gender.',
    example: { field: 'gender', is: '=', value: 'female' },
  },
  education: {
    means: 'Education.',
    example: { field: 'education', is: '=', value: 'S1' },
  },
  occupation: {
    means: 'Occupation.',
    example: { field: 'occupation', is: 'contains', value: 'guru' },
  },
  notes: {
    means: 'Notes of the staff.',
    example: { field: 'notes', is: 'contains', value: 'grosir' },
  },
  interests: {
    means: 'Any of the interests.',
    example: { field: 'interests', is: '=', value: 'manual brew' },
  },
  favouriteProducts: {
    means: 'Any of the favourite products.',
    example: { field: 'favouriteProducts', is: '=', value: 'KOPI-250' },
  },
  category: {
    means: 'Category of the customer, by id.',
    example: { field: 'category', is: 'in', value: ['01980000-0000-7000-8000-000000000001'] },
  },
  preferredChannel: {
    means: 'Channel that the customer likes best.',
    example: { field: 'preferredChannel', is: '=', value: 'whatsapp' },
  },
  archived: {
    means: 'Whether the customer is archived.',
    example: { field: 'archived', is: '=', value: true },
  },
  blacklisted: {
    means: 'Whether the customer is blacklisted now.',
    example: { field: 'blacklisted', is: '=', value: false },
  },
  phone: {
    means: 'Any phone number, in international form.',
    example: { field: 'phone', is: 'startsWith', value: '+62812' },
  },
  email: {
    means: 'Any e-mail address.',
    example: { field: 'email', is: 'missing' },
  },
  emailBounced: {
    means: 'Whether mail to any e-mail address came back, and the address was not confirmed since.',
    example: { field: 'emailBounced', is: '=', value: true },
  },
  whatsapp: {
    means: 'Any WhatsApp id, digits only.',
    example: { field: 'whatsapp', is: '=', value: '6281234567890' },
  },
  userId: {
    means: 'Any user id that WhatsApp scopes to the business.',
    example: { field: 'userId', is: '=', value: 'ID.13491208655302741918' },
  },
  lid: {
    means: 'Any linked id of WhatsApp.',
    example: { field: 'lid', is: 'missing' },
  },
  external: {
    means: "Any of the shop's own customer numbers.",
    example: { field: 'external', is: 'startsWith', value: 'K-' },
  },
  acquisition: {
    means: 'How the customer came into the database.',
    example: { field: 'acquisition', is: '=', value: 'import' },
  },
  source: {
    means: 'Where the customer came from.',
    example: { field: 'source', is: '=', value: 'instagram' },
  },
  campaign: {
    means: 'Campaign that brought the customer.',
    example: { field: 'campaign', is: '=', value: 'ramadan-26' },
  },
  adClickId: {
    means: 'Click id of the ad.',
    example: { field: 'adClickId', is: 'missing' },
  },
  added: {
    means: 'When the customer was added.',
    example: { field: 'added', is: 'in', value: { last: { days: 7 } } },
  },
  firstContact: {
    means: 'First contact that is known.',
    example: { field: 'firstContact', is: 'in', value: { this: 'month' } },
  },
  lastInteraction: {
    means: 'Latest message, call, visit or form.',
    example: { field: 'lastInteraction', is: '<=', value: { ago: { days: 30 } } },
  },
  lastActivity: {
    means: 'Latest interaction, purchase or payment.',
    example: { field: 'lastActivity', is: '<=', value: { ago: { months: 3 } } },
  },
  interactions: {
    means: 'Number of interactions.',
    example: { field: 'interactions', is: '>=', value: 5 },
  },
  optedOut: {
    means: 'Whether marketing was denied or withdrawn on any channel.',
    example: { field: 'optedOut', is: '=', value: false },
  },
  ltv: {
    means: 'Lifetime value: paid minus refunded.',
    example: { field: 'ltv', is: '>=', value: 5_000_000 },
  },
  paid: {
    means: 'Money received.',
    example: { field: 'paid', is: '>', value: 0 },
  },
  refunded: {
    means: 'Money given back.',
    example: { field: 'refunded', is: '>', value: 0 },
  },
  orders: {
    means: 'Standing orders.',
    example: { field: 'orders', is: '>=', value: 3 },
  },
  paidOrders: {
    means: 'Standing orders that are paid in full.',
    example: { field: 'paidOrders', is: '>=', value: 1 },
  },
  pieces: {
    means: 'Pieces in standing orders.',
    example: { field: 'pieces', is: '>=', value: 12 },
  },
  ordersTotal: {
    means: 'Total of standing orders, paid or not.',
    example: { field: 'ordersTotal', is: 'between', value: [1_000_000, 5_000_000] },
  },
  averageOrder: {
    means: 'Total of standing orders over their number.',
    example: { field: 'averageOrder', is: '>', value: 200_000 },
  },
  firstPurchase: {
    means: 'First standing order.',
    example: { field: 'firstPurchase', is: 'in', value: { this: 'month' } },
  },
  lastPurchase: {
    means: 'Latest standing order.',
    example: { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
  },
  firstPurchaseAnniversary: {
    means:
      'The day of the first standing order in the years after it; 29 February is observed on the 28th in other years.',
    example: { field: 'firstPurchaseAnniversary', is: 'in', value: { next: { days: 3 } } },
  },
  balance: {
    means: 'Owed to the shop minus owed by the shop.',
    example: { field: 'balance', is: '>', value: 0 },
  },
  receivable: {
    means: 'Owed to the shop.',
    example: { field: 'receivable', is: '>=', value: 1_000_000 },
  },
  credit: {
    means: 'Owed by the shop.',
    example: { field: 'credit', is: '>', value: 0 },
  },
  overdue: {
    means:
      'From when the oldest open invoice is overdue, the local midnight after its due date. It may lie ahead: `< … ago`, `this month` and dates to come find what is not overdue yet; `overdue by` and `in last` find what is.',
    example: { field: 'overdue', is: '<=', value: { ago: { days: 30 } } },
  },
  overdueBalance: {
    means: 'What is open of invoices that are overdue now.',
    example: { field: 'overdueBalance', is: '>=', value: 1_000_000 },
  },
  productive: {
    means: 'Whether a standing order is fully paid: a regular customer.',
    example: { field: 'productive', is: '=', value: true },
  },
  loyalty: {
    means: 'Stage of loyalty.',
    example: { field: 'loyalty', is: 'in', value: ['slipping', 'lapsed'] },
  },
  rfmGroup: {
    means: 'Group by recency, frequency and money together.',
    example: { field: 'rfmGroup', is: '=', value: 'champions' },
  },
  rfmRecency: {
    means: 'How recently the customer bought, from 1 to 5, 5 the most recent.',
    example: { field: 'rfmRecency', is: '>=', value: 4 },
  },
  rfmFrequency: {
    means: 'How often the customer buys, from 1 to 5.',
    example: { field: 'rfmFrequency', is: '=', value: 5 },
  },
  rfmMonetary: {
    means: 'How much the customer spends, from 1 to 5.',
    example: { field: 'rfmMonetary', is: '<=', value: 2 },
  },
  probabilityAlive: {
    means: 'Probability that the customer still buys.',
    example: { field: 'probabilityAlive', is: '<', value: 0.3 },
  },
}

/** A note on an attribute of each type. */
export const attributeNotes: {
  readonly [T in DeclaredAttribute['type']]: (field: `attr.${string}`) => FieldNote
} = {
  text: (field) => ({
    means: 'A text of your own.',
    example: { field, is: '=', value: 'oily' },
  }),
  number: (field) => ({
    means: 'A number of your own.',
    example: { field, is: '>=', value: 2.5 },
  }),
  boolean: (field) => ({
    means: 'A flag of your own.',
    example: { field, is: '=', value: true },
  }),
  date: (field) => ({
    means: 'A date of your own.',
    example: { field, is: 'between', value: ['2025-01-01', '2025-12-31'] },
  }),
  choice: (field) => ({
    means: 'A choice of your own.',
    example: { field, is: 'in', value: ['dark'] },
  }),
}

/** What the events of a list are. */
export const eventNotes: { readonly [L in EventListName]: string } = {
  purchases: 'Lines of standing orders.',
  payments: 'Payments received.',
  interactions: 'Messages, calls, visits, searches and forms.',
  labels: 'Labels put on.',
}
