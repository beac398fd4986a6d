/** One figure of ours, mostly beside its peer's from the same run. */
export interface Result {
  readonly name: string
  /** What the ratio, or our figure where there is no peer, should be: at least, or at most; empty where none is set. */
  readonly goal: string
  /** Ours over the peer, as the goal means it. */
  readonly ratio: number | null
  readonly isMet: boolean
  /** The peer. */
  readonly against: string | null
  /** Median and spread of both, with unit. */
  readonly ours: Figure
  readonly theirs: Figure | null
  /** Where the ratio is an exponent that was fitted: through what. */
  readonly growth?: Curve
}

/** What takes how long among more and more customers. */
export interface Curve {
  readonly what: string
  readonly points: readonly GrowthPoint[]
}

export interface GrowthPoint {
  readonly customers: number
  /** Median. */
  readonly ms: number
}

export interface Figure {
  readonly median: number
  /** Greatest less least, over the median. */
  readonly spread: number
  readonly unit: string
}
