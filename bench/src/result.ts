/** One comparison of ours with its peer, from the same run. */
export interface Result {
  readonly name: string
  /** What the ratio should be: at least, or at most. */
  readonly goal: string
  /** Ours over the peer, as the goal means it. */
  readonly ratio: number
  readonly isMet: boolean
  /** The peer. */
  readonly against: string
  /** Median and spread of both, with unit. */
  readonly ours: Figure
  readonly theirs: Figure
}

export interface Figure {
  readonly median: number
  /** Greatest less least, over the median. */
  readonly spread: number
  readonly unit: string
}
