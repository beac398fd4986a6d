/** One column of a population: the value of each customer, by row. */
export type Column = NumberColumn | TextColumn

/** Integers; `NaN` stands for a missing value, as no comparison lets it through. */
export interface NumberColumn {
  readonly holds: 'numbers'
  readonly values: Float64Array
}

/** Texts as codes: 0 is a missing value, and else `texts[code - 1]`, in the order of code points. */
export interface TextColumn {
  readonly holds: 'texts'
  readonly codes: Uint32Array
  /** Each text once, ascending. */
  readonly texts: readonly string[]
}
