/** When and where a predicate is asked. */
export interface Moment {
  /** Epoch milliseconds of the years 1970 to 9999. */
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
}
