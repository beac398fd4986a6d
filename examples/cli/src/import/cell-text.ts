/** A number without the apostrophe by which spreadsheets keep a cell as text. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") ? text.slice(1).trimStart() : text
}

/**
 * A text of the file without what spreadsheets put before cells that would be formulas or numbers. A
 * name that begins with an apostrophe keeps it.
 */
export function unescaped(text: string): string {
  return /^'[=+\-@\d]/.test(text) ? text.slice(1) : text
}
