/** What each of several wordings means, and the wordings as people write them. */
export interface Lexicon<T> {
  readonly meanings: ReadonlyMap<string, T>
  readonly wordings: readonly string[]
  /** Words in the longest. */
  readonly longest: number
}

/**
 * A lexicon by wordings, or by names in camel case, which can be written as one word or as several:
 * `averageOrder` and `average order`.
 */
export function lexicon<T>(meanings: Readonly<Record<string, T>>): Lexicon<T> {
  const entries = Object.entries(meanings).map(([name, meaning]) => ({
    name: name.toLowerCase(),
    words: wordsOf(name),
    meaning,
  }))
  return {
    meanings: new Map(
      entries.flatMap(({ name, words, meaning }): [string, T][] => [
        [name, meaning],
        [words, meaning],
      ]),
    ),
    wordings: entries.map(({ words }) => words),
    longest: Math.max(0, ...entries.map(({ words }) => words.split(' ').length)),
  }
}

/** A name in camel case as lower-case words: `average order` for `averageOrder`. */
export function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
