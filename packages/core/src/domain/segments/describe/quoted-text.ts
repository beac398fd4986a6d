/** A text of the shop's in a sentence. */
export function quotedText(text: string): string {
  return `“${text}”`
}
