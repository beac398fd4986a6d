/**
 * What shows something, if only a dot. Left out are white space, control characters, what Unicode has
 * fonts ignore (zero-width characters, soft hyphens, marks of direction, Hangul fillers, variation
 * selectors, tags), the marks of annotations, and the Braille cell without a dot.
 */
const visible = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}\u{2800}]/u

/** Whether there is anything to be seen of a text. */
export function isVisible(text: string): boolean {
  return visible.test(text)
}
