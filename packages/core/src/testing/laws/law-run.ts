/** How long a law is put to the test, and from where the cases are drawn. */
export interface LawRun {
  /** Predicates tried, rounded up to whole populations. */
  readonly cases: number
  /** The same seed draws the same cases. */
  readonly seed: number
  /** Takes the lines of the run's summary. */
  readonly print: (line: string) => void
}

/** Cases asked of one population. */
export const casesPerPopulation = 40

/** Populations that a run draws. */
export function populationsOf({ cases }: LawRun): number {
  return Math.ceil(cases / casesPerPopulation)
}
