/** Counts how often things came up, and asks for enough of each. */
export interface Tally {
  add(names: Iterable<string>): void
  /** Lines of `name count`, rarest first. */
  lines(): readonly string[]
  /** The names that came up fewer times. */
  below(least: number): readonly string[]
}

/** @param names those that must come up; others are counted too. */
export function tally(names: Iterable<string>): Tally {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, 0)
  return {
    add(seen) {
      for (const name of new Set(seen)) counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    lines: () =>
      [...counts].sort(([, a], [, b]) => a - b).map(([name, count]) => `${name} ${count}`),
    below: (least) => [...counts].filter(([, count]) => count < least).map(([name]) => name),
  }
}
