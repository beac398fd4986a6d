/**
 * An id as a shop keeps it; null where it cannot keep it whole, for a piece of an id is another id.
 *
 * @param longest as many UTF-16 units as the shop takes
 */
export function keptId(id: unknown, longest: number): string | null {
  if (typeof id !== 'string') return null
  const kept = id.trim()
  const isWhole = kept.length <= longest && !unstorable.test(kept)
  return isWhole && visible.test(kept) ? kept : null
}

/**
 * A text as a shop keeps it: without what no database keeps, and cut where it is too long; null where
 * there is nothing to read in it.
 */
export function keptText(text: unknown, longest: number): string | null {
  if (typeof text !== 'string') return null
  const whole = text.replaceAll(everyUnstorable, '').trim()
  const kept = whole
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, '')
    .trim()
  return visible.test(kept) ? kept : null
}

const unstorable = /\0|\p{Surrogate}/u
const everyUnstorable = /\0|\p{Surrogate}/gu

// As the shop judges texts: what fonts leave blank is none.
const visible = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}\u{2800}]/u
