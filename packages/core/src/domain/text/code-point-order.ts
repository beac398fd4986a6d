/**
 * Orders two texts by code point: negative if `a` comes first, positive if `b` does, 0 if equal.
 *
 * This is the order of `COLLATE "C"` in Postgres and BINARY in SQLite. JavaScript's own puts U+10000
 * and above, whose surrogates begin at 0xD800, before U+E000 to U+FFFF.
 */
export function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

// Surrogates go behind the rest of the code units. Two texts that first differ in the second half
// of a pair share the first, so comparing unit by unit is enough.
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
