/** What a predicate may be at most; more is refused before anything else is looked at. */
export const limits: {
  /** Predicates inside one another, the outermost counted. */
  readonly depth: number
  /** Predicates in all. */
  readonly nodes: number
  /** Values in one list. */
  readonly listValues: number
  /** UTF-16 units of one text. */
  readonly textLength: number
  /** UTF-16 units of all texts together. */
  readonly wholeText: number
  /** Bytes of the text form in UTF-8. */
  readonly textBytes: number
} = {
  depth: 32,
  nodes: 500,
  listValues: 10_000,
  textLength: 1_000,
  wholeText: 5_000_000,
  textBytes: 100_000,
}
