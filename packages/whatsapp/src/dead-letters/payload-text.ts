/** As many characters as a shop keeps of a dead letter. */
const longest = 2_000_000

/** What came, as text. What is longer than anything WhatsApp sends is cut, and can be looked at only. */
export function payloadText(value: unknown): string {
  return cutTo(longest, jsonOf(value))
}

/** The beginning of a text, with no character cut in two. */
export function cutTo(length: number, text: string): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\p{Surrogate}$/u, '')
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing'
  } catch (error) {
    // What came as JSON can be written as JSON, unless it is nested deeper than the engine goes.
    if (error instanceof RangeError) return 'nested too deep'
    throw error
  }
}
