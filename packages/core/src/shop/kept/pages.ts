const pageSize = 500

/** A list in pieces, so that what is loaded at once stays small. */
export function* inPages<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += pageSize) yield all.slice(i, i + pageSize)
}
