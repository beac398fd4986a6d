import { LanggananError } from '@langganan/core'

/** As long as a shop keeps the id of a message. */
export const longestMessageId = 500

/** The text itself, if WhatsApp takes one of its length. Messages name no text: it may be personal. */
export function textWithin(field: string, text: string, longest: number): string {
  // The compiler asks for texts; what comes from JSON may be none.
  if (typeof text !== 'string' || text.trim() === '')
    throw invalid(field, 'Expected a text that is not empty.')
  // WhatsApp counts characters; code points are never more than what it counts.
  const length = [...text].length
  if (length <= longest) return text
  throw invalid(field, `Expected at most ${longest} characters; there are ${length}.`)
}

/** The text within the limit, or undefined where there is none. */
export function maybeTextWithin(
  field: string,
  text: string | undefined,
  longest: number,
): string | undefined {
  return text === undefined ? undefined : textWithin(field, text, longest)
}

/** Throws unless there are so many. */
export function countWithin(field: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return
  throw invalid(field, `Expected ${least} to ${most}; there are ${count}.`)
}

/** Throws if two are the same. */
export function allDifferent(field: string, ids: readonly string[]): void {
  if (new Set(ids).size === ids.length) return
  throw invalid(field, 'Expected ids that differ from each other.')
}

export function invalid(field: string, message: string): LanggananError {
  return new LanggananError('INVALID_INPUT', message, { field })
}
