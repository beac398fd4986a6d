/** What kind of value a field holds; it decides the operators and the form of values. */
export type FieldType =
  /** Compared in folded form, `exactly` as written. */
  | 'text'
  /** Compared as stored. */
  | 'exactText'
  | 'integer'
  /** Minor units of the shop's currency. */
  | 'money'
  /** Minor units on average; missing over nothing. */
  | 'average'
  /** A finite double. */
  | 'number'
  /** From 0 to 1, with six decimals at most. */
  | 'share'
  | 'instant'
  /** `YYYY-MM-DD`. */
  | 'localDate'
  /** A day of the year that comes back; 29 February is observed on the 28th in other years. */
  | 'anniversary'
  /** Whole years. */
  | 'age'
  | 'flag'
  /** One of a closed list of words. */
  | 'choice'
  /** The id of something that the shop made. */
  | 'reference'

/** The fields that every shop has, and their types. */
export interface FieldTypes {
  readonly name: 'text'
  readonly businessName: 'text'
  readonly phone: 'text'
  readonly email: 'text'
  readonly emailBounced: 'flag'
  readonly whatsapp: 'text'
  readonly userId: 'text'
  readonly lid: 'text'
  readonly external: 'text'
  readonly address: 'text'
  readonly city: 'text'
  readonly region: 'text'
  readonly country: 'text'
  readonly age: 'age'
  readonly birthDate: 'localDate'
  readonly birthday: 'anniversary'
  readonly gender: 'choice'
  readonly education: 'text'
  readonly occupation: 'text'
  readonly notes: 'text'
  readonly interests: 'text'
  readonly favouriteProducts: 'text'
  readonly category: 'reference'
  readonly preferredChannel: 'exactText'
  readonly acquisition: 'choice'
  readonly source: 'text'
  readonly campaign: 'text'
  readonly adClickId: 'exactText'
  readonly added: 'instant'
  readonly firstContact: 'instant'
  readonly lastInteraction: 'instant'
  readonly lastActivity: 'instant'
  readonly interactions: 'integer'
  readonly ltv: 'money'
  readonly paid: 'money'
  readonly refunded: 'money'
  readonly orders: 'integer'
  readonly paidOrders: 'integer'
  readonly pieces: 'integer'
  readonly averageOrder: 'average'
  readonly ordersTotal: 'money'
  readonly firstPurchase: 'instant'
  readonly lastPurchase: 'instant'
  readonly firstPurchaseAnniversary: 'anniversary'
  readonly balance: 'money'
  readonly receivable: 'money'
  readonly credit: 'money'
  readonly overdue: 'instant'
  readonly overdueBalance: 'money'
  readonly productive: 'flag'
  readonly loyalty: 'choice'
  readonly archived: 'flag'
  readonly blacklisted: 'flag'
  readonly optedOut: 'flag'
  readonly rfmGroup: 'choice'
  readonly rfmRecency: 'integer'
  readonly rfmFrequency: 'integer'
  readonly rfmMonetary: 'integer'
  readonly probabilityAlive: 'share'
}

export type KnownFieldName = keyof FieldTypes

/** A field of every shop, or `attr.` and the name of a declared attribute. */
export type FieldName = KnownFieldName | `attr.${string}`
