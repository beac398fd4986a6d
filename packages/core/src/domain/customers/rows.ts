/** How a customer came into the database. */
export type AcquisitionKind = 'inbound' | 'import' | 'manual' | 'form' | 'checkout'

export type Gender = 'female' | 'male' | 'other'

/** What an identity is: a phone in E.164, an e-mail address, WhatsApp's ids, or the shop's own number. */
export type IdentityKind = 'phone' | 'email' | 'whatsapp' | 'userId' | 'lid' | 'external'

/** The kinds of identity rows: what a shop gives, and `number`, the phone number behind phones and WhatsApp ids. */
export type IdentityRowKind = IdentityKind | 'number'

/** One customer's profile. A `…Fold` column holds the folded form that text criteria compare. */
export interface CustomerRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  /**
   * When a platform told the name, or {@link neverTold} where it only stands for one; null where the shop
   * gave it.
   */
  readonly nameToldAt: number | null
  readonly businessName: string | null
  readonly businessNameFold: string | null
  readonly address: string | null
  readonly addressFold: string | null
  readonly city: string | null
  readonly cityFold: string | null
  readonly region: string | null
  readonly regionFold: string | null
  readonly country: string | null
  readonly countryFold: string | null
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null
  readonly gender: Gender | null
  readonly education: string | null
  readonly educationFold: string | null
  readonly occupation: string | null
  readonly occupationFold: string | null
  readonly notes: string | null
  readonly notesFold: string | null
  /** Channel the customer likes to be reached by. */
  readonly preferredChannel: string | null
  readonly categoryId: string | null
  readonly acquisition: AcquisitionKind
  readonly source: string | null
  readonly sourceFold: string | null
  readonly campaign: string | null
  readonly campaignFold: string | null
  readonly adClickId: string | null
  /** When a platform told source, campaign and click; null where the shop gave them, or there are none. */
  readonly sourceToldAt: number | null
  readonly addedAt: number
  /** First contact as stated when the customer was added; facts hold the earliest that is known. */
  readonly statedFirstContactAt: number | null
  readonly archivedAt: number | null
  readonly blacklistedAt: number | null
  /** Blacklisted while now < this; null is for good. */
  readonly blacklistedUntil: number | null
  readonly blacklistReason: string | null
  readonly blacklistedBy: string | null
  /** A random key below 2³¹ − 1 that samples are drawn by. */
  readonly sampleKey: number
}

/** One way to know a customer; unique in the shop by kind and value. */
export interface IdentityRow {
  readonly kind: IdentityRowKind
  /** Normalised: E.164 for phones, lower case for e-mail; one spelling per number for `number`. */
  readonly value: string
  readonly customerId: string
  /** Whom it was first written for; a merge changes the owner, never this. */
  readonly originId: string
  /** As it was given. */
  readonly given: string
  readonly fold: string
  /** Position among the customer's identities of this kind; the lowest is shown first. */
  readonly position: number
  readonly addedAt: number
  /** When it took another's place, as was told; null where nobody told of such a change. */
  readonly changedAt: number | null
  /** When mail to this e-mail address came back last, and why; null once the address is confirmed. */
  readonly bouncedAt: number | null
  readonly bounceReason: string | null
}

/** One way by which a customer was known once. Nobody is found by it. */
export interface PastIdentityRow {
  readonly id: string
  readonly kind: IdentityKind
  /** Normalised, as it was. */
  readonly value: string
  readonly customerId: string
  readonly originId: string
  readonly given: string
  /** From when the customer was known by it, and until when: not at that instant any more. */
  readonly addedAt: number
  readonly endedAt: number
  readonly reason: IdentityEnd
}

/**
 * Why a customer is not known by an identity any more. `reassigned`: somebody else has the number now.
 * `left`: the customer has another number, as was told. `changed`, `removed`: an edit put another one in its
 * place, or took it away.
 */
export type IdentityEnd = 'reassigned' | 'left' | 'changed' | 'removed'

/** Two customers of whom something was told as of one person. */
export interface IdentityConflictRow {
  /** The one whose id sorts first. */
  readonly customerId: string
  readonly otherId: string
  readonly foundAt: number
  /** When a person said that they are two. */
  readonly dismissedAt: number | null
}

/** One value of a multi-valued or custom field. */
export interface AttributeRow {
  readonly customerId: string
  /** `interests`, `favouriteProducts`, or `attr.` and a declared name. */
  readonly field: string
  readonly position: number
  readonly text: string | null
  readonly textFold: string | null
  readonly number: number | null
}

export type AttributeType = 'text' | 'number' | 'boolean' | 'date' | 'choice'

/** A custom attribute that the shop declared. */
export interface AttributeTypeRow {
  readonly name: string
  readonly type: AttributeType
  /** JSON array of the choices, for `choice`. */
  readonly choices: string | null
  readonly sensitive: 0 | 1
  readonly createdAt: number
}
