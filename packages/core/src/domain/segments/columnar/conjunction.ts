import { everything, type Filter } from './filter.ts'

/** Rows that pass every part, the cheap parts first. */
export function conjunction(parts: readonly Filter[]): Filter {
  const [first, ...rest] = parts.toSorted((a, b) => a.cost - b.cost)
  const last = rest.at(-1)
  if (first === undefined) return everything
  if (last === undefined) return first
  return {
    cost: last.cost,
    scan: (from, to, into) =>
      rest.reduce((kept, part) => part.narrow(into, kept, into), first.scan(from, to, into)),
    narrow: (rows, count, into) =>
      rest.reduce((kept, part) => part.narrow(into, kept, into), first.narrow(rows, count, into)),
  }
}
