export interface SegmentRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  /** The predicate as JSON, with ids. */
  readonly predicate: string
  /** Whether members are kept up, and it is known since when each belongs. */
  readonly tracked: 0 | 1
  readonly createdAt: number
  readonly updatedAt: number
}

/** A member of a tracked segment, and since when. */
export interface SegmentMemberRow {
  readonly segmentId: string
  readonly customerId: string
  readonly since: number
}
