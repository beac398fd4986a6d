import type { CustomerListRow } from './list-row.ts'

/** What a column of each type holds. */
export interface ColumnValues {
  readonly text: string | null
  readonly texts: readonly string[]
  readonly count: number
  /** Minor units of the book currency. */
  readonly money: number
  readonly instant: Date | null
  /** `YYYY-MM-DD`. */
  readonly localDate: string | null
}

/** One thing that a list can show of a customer, and of what type it is. */
export type CustomerColumn = {
  readonly [T in keyof ColumnValues]: {
    readonly type: T
    readonly of: (row: CustomerListRow) => ColumnValues[T]
  }
}[keyof ColumnValues]

const names = [
  'customer',
  'name',
  'businessName',
  'phone',
  'chat',
  'email',
  'address',
  'city',
  'region',
  'country',
  'birthDate',
  'gender',
  'education',
  'occupation',
  'interests',
  'favouriteProducts',
  'preferredChannel',
  'notes',
  'added',
  'firstContact',
  'acquisition',
  'source',
  'campaign',
  'orders',
  'ltv',
  'balance',
  'lastActivity',
  'groups',
  'tags',
  'standing',
  'id',
] as const

export type CustomerColumnName = (typeof names)[number]

/** The names of all columns, frozen, in the order of a list that shows them all. */
export const customerColumnNames: readonly CustomerColumnName[] =
  /* @__PURE__ */ Object.freeze(names)

/** Everything that a list can show of a customer. Names are those of predicates where these have one. */
export const customerColumns: Readonly<Record<CustomerColumnName, CustomerColumn>> = {
  /** What staff call the customer by: its number in the shop, else its phone, else its id. */
  customer: { type: 'text', of: ({ external, phone, id }) => external[0] ?? phone ?? id },
  name: { type: 'text', of: ({ name }) => name },
  businessName: { type: 'text', of: ({ businessName }) => businessName },
  phone: { type: 'text', of: ({ phone }) => phone },
  /** A link that opens a chat. */
  chat: { type: 'text', of: ({ chatLink }) => chatLink },
  email: { type: 'text', of: ({ email }) => email },
  address: { type: 'text', of: ({ address }) => address },
  city: { type: 'text', of: ({ city }) => city },
  region: { type: 'text', of: ({ region }) => region },
  country: { type: 'text', of: ({ country }) => country },
  birthDate: { type: 'localDate', of: ({ birthDate }) => birthDate },
  gender: { type: 'text', of: ({ gender }) => gender },
  education: { type: 'text', of: ({ education }) => education },
  occupation: { type: 'text', of: ({ occupation }) => occupation },
  interests: { type: 'texts', of: ({ interests }) => interests },
  favouriteProducts: { type: 'texts', of: ({ favouriteProducts }) => favouriteProducts },
  preferredChannel: { type: 'text', of: ({ preferredChannel }) => preferredChannel },
  notes: { type: 'text', of: ({ notes }) => notes },
  added: { type: 'instant', of: ({ addedAt }) => addedAt },
  firstContact: { type: 'instant', of: ({ firstContactAt }) => firstContactAt },
  acquisition: { type: 'text', of: ({ acquisition }) => acquisition },
  source: { type: 'text', of: ({ source }) => source },
  campaign: { type: 'text', of: ({ campaign }) => campaign },
  orders: { type: 'count', of: ({ orders }) => orders },
  ltv: { type: 'money', of: ({ ltv }) => ltv },
  balance: { type: 'money', of: ({ balance }) => balance },
  lastActivity: { type: 'instant', of: ({ lastActivityAt }) => lastActivityAt },
  groups: { type: 'texts', of: ({ groups }) => groups.map(({ name }) => name) },
  tags: { type: 'texts', of: ({ tags }) => tags.map(({ name }) => name) },
  /** What matters most of these: blacklisted, archived, active (a WhatsApp window is open). */
  standing: { type: 'text', of: standing },
  id: { type: 'text', of: ({ id }) => id },
}

function standing({ blacklist, archivedAt, active }: CustomerListRow): string | null {
  if (blacklist !== null) return 'blacklisted'
  if (archivedAt !== null) return 'archived'
  return active ? 'active' : null
}
