/** What a list of customers can be sorted by. */
export type CustomerSort = 'name' | 'totalSpent' | 'lastActivity' | 'added' | 'balance'

export type SortDirection = 'ascending' | 'descending'

/** A saved view: whom a list shows, what of them, in which order. */
export interface ViewRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  /** The predicate as JSON, with ids. */
  readonly predicate: string
  /** Names of columns as a JSON list; null where the view chooses none. */
  readonly columns: string | null
  readonly sort: CustomerSort | null
  /** Null where the sort goes its usual way. */
  readonly direction: SortDirection | null
  readonly createdAt: number
  readonly updatedAt: number
}
