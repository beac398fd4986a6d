/** How webhooks come: at once, each alone and in order, unless told otherwise. */
export interface DeliverySettings {
  /** Milliseconds from what happened to the first attempt. */
  readonly delay?: number | undefined
  /** Up to so many milliseconds more, drawn for each update: so they come in another order. */
  readonly disorder?: number | undefined
  /** The share of updates that come again, up to three times, at once or within a minute. */
  readonly duplicates?: number | undefined
  /** Milliseconds in which updates are gathered into one POST … */
  readonly gather?: number | undefined
  /** … of at most so many: 1,000. */
  readonly most?: number | undefined
  /** What is due at one instant is delivered at the same time, as the platform does. */
  readonly isConcurrent?: boolean | undefined
  /** Nothing is delivered until it is false again. */
  readonly isPaused?: boolean | undefined
}

/** One attempt to deliver a webhook. */
export interface Delivery {
  readonly at: number
  /** 1, 2, … for the same body. */
  readonly attempt: number
  readonly updates: number
  /** The body as it was signed. */
  readonly body: string
  readonly signature: string
  /** The answer's, null where there was none. */
  readonly status: number | null
}
