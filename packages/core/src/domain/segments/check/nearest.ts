const longestName = 40

/** What is called something else elsewhere, without spaces. It is suggested, never understood. */
const synonyms = 'ltv spent,totalspent;lastpurchase lastorder;receivable debt'

/**
 * The known name that somebody who wrote this most likely meant, or undefined: the one with the
 * fewest letters to add, drop, change or swap, a third of them at most; or what an everyday word is
 * called here, by names with their synonyms.
 */
export function nearest(
  written: string,
  known: readonly string[],
  called: string = synonyms,
): string | undefined {
  if (written.length > longestName) return undefined
  const wanted = written.toLowerCase()
  const most = Math.max(1, Math.floor(wanted.length / 3))
  const meant = nameFor(spaceless(wanted), called)
  const other = known.find((name) => spaceless(name.toLowerCase()) === meant)
  if (other !== undefined && !known.some((name) => name.toLowerCase() === wanted)) return other
  let best: { name: string; distance: number } | undefined
  for (const name of known) {
    const far = distance(wanted, name.toLowerCase())
    if (far <= most && (best === undefined || far < best.distance)) best = { name, distance: far }
  }
  return best?.name
}

/** ` Did you mean "ltv"?`, or nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  const name = nearest(written, known)
  return name === undefined ? '' : ` Did you mean "${name}"?`
}

/** A name as a message may repeat it: quoted, without control characters, not too long. */
export function quoted(name: string): string {
  const shown = name.length > longestName ? `${name.slice(0, longestName)}…` : name
  return `"${shown.replace(/[\p{C}"]/gu, '�')}"`
}

function nameFor(word: string, called: string): string | undefined {
  const entries = called.split(';').map((each) => each.split(/[ ,]/))
  return entries.find(([, ...words]) => words.includes(word))?.[0]
}

function spaceless(text: string): string {
  return text.replaceAll(' ', '')
}

function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + (same ? 0 : 1),
          swapped ? at(before, j - 2) + 1 : Infinity,
        ),
      )
    }
    before = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], i: number): number {
  return row[i] ?? Infinity
}
