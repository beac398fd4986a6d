const longest = 36

/** A text from outside as one line of a table: no control characters, not too long. */
export function oneLine(text: string | null | undefined, most = longest): string {
  if (text === null || text === undefined) return ''
  const shown = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  const letters = [...shown]
  return letters.length <= most ? shown : `${letters.slice(0, most - 1).join('')}…`
}
