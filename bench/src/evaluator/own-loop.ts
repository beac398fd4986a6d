/** Counts the items that pass. */
export type CountLoop<T> = (items: readonly T[], passes: (item: T) => boolean) => number

/**
 * A loop of its own for one contender. One that all share would learn to call every one of them and
 * put none in line, which is kinder to the slow than to the fast.
 */
export function ownLoop<T>(): CountLoop<T> {
  const loop = new Function(
    'items',
    'passes',
    'let n = 0; for (let i = 0; i < items.length; i++) if (passes(items[i])) n++; return n',
  )
  return (items, passes) => loop(items, passes)
}
