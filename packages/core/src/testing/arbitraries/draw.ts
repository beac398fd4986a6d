import fc from 'fast-check'

/** One of the values. */
export function oneOf<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values)
}

/** One of the values, or null one time in four. */
export function orNull<T>(values: readonly T[]): fc.Arbitrary<T | null> {
  return fc.option(oneOf(values), { nil: null, freq: 4 })
}

/** Several of the values, repetitions allowed. */
export function someOf<T>(values: readonly T[], most: number): fc.Arbitrary<T[]> {
  return fc.array(oneOf(values), { maxLength: most })
}
