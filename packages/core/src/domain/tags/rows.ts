export interface TagRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  /** The predicate that assigns the tag by itself, as JSON; null for a purely manual tag. */
  readonly rule: string | null
  readonly createdAt: number
}

/** A customer's tag: given by hand, by the rule, or both. The row goes when neither is left. */
export interface TagMemberRow {
  readonly tagId: string
  readonly customerId: string
  readonly manualSince: number | null
  readonly ruleSince: number | null
}
