/**
 * A text as one word of a command line. Plain ones in double quotes, which every shell takes alike; single
 * quotes are for what double ones would not keep.
 */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{N}_./+@,:-]+$/u.test(text) && !text.startsWith('-')) return text
  if (!/["$`\\!%]/.test(text)) return `"${text}"`
  return `'${text.replaceAll("'", `'\\''`)}'`
}
