import { LanggananError } from '../../domain/error/langganan-error.ts'

/**
 * What a message says, as one text: the same for equal messages, in whatever order their fields stand.
 *
 * @throws LanggananError `INVALID_INPUT` for what cannot be written as JSON
 */
export function contentText(message: object): string {
  try {
    return JSON.stringify(message, (_, value: unknown) => sorted(value))
  } catch (cause) {
    throw new LanggananError(
      'INVALID_INPUT',
      'message: expected what can be written as JSON, so that a repeat of the call is known by it.',
      { field: 'message', cause },
    )
  }
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
