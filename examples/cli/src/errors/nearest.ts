/**
 * The name that somebody who wrote this most likely meant: at most a third of its letters other ones, or
 * else the first that it is a part of.
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const wanted = [...written.trim().toLowerCase()]
  const most = Math.max(1, Math.floor(wanted.length / 3))
  const [best] = names
    .map((name) => ({ name, far: distance(wanted, [...name.toLowerCase()]) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
  if (best !== undefined) return best.name
  const part = wanted.join('')
  return part.length < 3 ? undefined : names.find((name) => name.toLowerCase().includes(part))
}

/** Letters to add, drop or change. */
function distance(from: readonly string[], to: readonly string[]): number {
  let row = to.map((_, i) => i + 1)
  let last = to.length
  for (const [i, letter] of from.entries()) {
    let left = i + 1
    let corner = i
    row = row.map((above, j) => {
      const here = Math.min(above + 1, left + 1, corner + (letter === to[j] ? 0 : 1))
      corner = above
      left = here
      return here
    })
    last = left
  }
  return last
}
