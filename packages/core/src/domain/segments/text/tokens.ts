export interface Token {
  readonly kind: 'date' | 'number' | 'word' | 'text' | 'sign' | 'other' | 'end'
  /** As written, a text with its quotes. */
  readonly raw: string
  /** Where it begins, in UTF-16 units. */
  readonly at: number
}

const kinds = ['date', 'number', 'word', 'text', 'sign', 'other'] as const

// Each alternative can begin and go on in one way only, so that matching takes linear time.
const shape: RegExp =
  /(?:\s+|#[^\n]*)|(\d+-\d+-\d[\w:.+-]*)|(-?\d+(?:_\d+)*(?:\.\d+)?(?:e[+-]?\d+)?)|([\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{N}_]+)*)|("[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*")|(<=|>=|[=<>(),.%])|(.)/gisu

/** The tokens of a text up to its end, or to the first sign that means nothing, as they are asked for. */
export function* tokensOf(text: string): Generator<Token, void> {
  for (const match of text.matchAll(shape)) {
    const kind = kinds[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]
    if (kind === undefined) continue
    yield { kind, raw: match[0], at: match.index }
    if (kind === 'other') return
  }
  yield { kind: 'end', raw: '', at: text.length }
}

/** Whether a text is read as one word where it stands without quotes. */
export function isWord(text: string): boolean {
  const [first] = tokensOf(text)
  return first?.kind === 'word' && first.raw === text
}
