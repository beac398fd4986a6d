export interface SegmentRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  /** The predicate as JSON, with ids. */
  readonly predicate: string
  readonly createdAt: number
  readonly updatedAt: number
}
