/** What was passed since {@link FaultPoints.failAt}. */
export interface PointsPassed {
  readonly points: number
  /** Those of them, from 1, at which a transaction committed. */
  readonly commits: readonly number[]
  /** Whether it failed at the point that was told. */
  readonly failed: boolean
}

/** Counts the points at which something can fail, such as statements, and says at which it does. */
export class FaultPoints<Way extends string = string> {
  #fault: { readonly point: number; readonly way: Way } | undefined
  #points = 0
  #commits: number[] = []
  #failed = false

  /** Counts from here; the n-th point fails in this way, and no other. */
  failAt(point: number, way: Way): void {
    this.#fault = { point, way }
    this.#points = 0
    this.#commits = []
    this.#failed = false
  }

  /** Fails no more, and counts no more. */
  heal(): PointsPassed {
    this.#fault = undefined
    return { points: this.#points, commits: this.#commits, failed: this.#failed }
  }

  /** Passes a point; answers the way in which it fails, if it does. */
  pass(isCommit: boolean): Way | undefined {
    if (this.#fault === undefined) return undefined
    this.#points += 1
    if (isCommit) this.#commits.push(this.#points)
    if (this.#points !== this.#fault.point) return undefined
    this.#failed = true
    return this.#fault.way
  }
}
