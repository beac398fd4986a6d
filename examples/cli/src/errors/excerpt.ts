const widest = 76

/** The line of a text with a caret beneath the column; both count from 1, columns in characters. */
export function excerpt(text: string, line: number, column: number): string {
  const letters = [...(text.split(/\r\n|[\n\r]/)[line - 1] ?? '')]
  const start = Math.max(0, Math.min(column - 1 - widest / 2, letters.length - widest))
  const end = start + widest
  // One sign for one sign, so that the caret stands where it should.
  const shown = letters
    .slice(start, end)
    .map((letter) => letter.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/u, ' '))
    .join('')
    .replace(/^./u, (letter) => (start > 0 ? '…' : letter))
    .replace(/.$/u, (letter) => (end < letters.length ? '…' : letter))
  return `  ${shown.trimEnd()}\n  ${' '.repeat(column - 1 - start)}^`
}
