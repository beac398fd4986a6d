/** A shop as it was set up. Currency, scale and time zone never change by themselves. */
export interface ShopRow {
  /** The book currency, ISO 4217. */
  readonly currency: string
  /** Minor-unit digits of the book currency as the shop was created with. */
  readonly scale: number
  /** IANA name. */
  readonly timeZone: string
  readonly createdAt: number
  /** Version of the fold table that the stored folds were made with. */
  readonly foldVersion: number
}

/** A figure fitted to the whole shop, as of an instant; refreshed only by a recorded write. */
export interface SnapshotRow {
  readonly kind: SnapshotKind
  readonly asOf: number
  /** What the kind says: for `medianGap`, milliseconds; for `keptUp`, nothing. */
  readonly value: number
}

/** `keptUp` is as of the instant up to which time has been let go on for everybody. */
export type SnapshotKind = 'medianGap' | 'keptUp'
