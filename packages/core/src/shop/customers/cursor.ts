import type { Cell } from '../../domain/change/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { Member } from '../../ports/storage/storage.ts'

/** Opaque text that says where a page ended, and of which list. */
export function writeCursor(list: string, { id, value }: Member): string {
  return encodeURIComponent(JSON.stringify([list, value, id]))
}

/**
 * @param wrong what is said of a text that is no cursor, or one of another list
 * @throws LanggananError `CURSOR_INVALID` for such a text
 */
export function readCursor(list: string, cursor: string, wrong: string = ofPages): Member {
  const parts = parse(cursor, wrong)
  const [of, value, id] = parts
  if (parts.length !== 3 || of !== list || typeof id !== 'string' || !isCell(value))
    throw invalidCursor(wrong)
  return { id, value }
}

/**
 * {@link readCursor} of a list by time.
 *
 * @throws LanggananError `CURSOR_INVALID` for a text that is none of its cursors
 */
export function readCursorByTime(
  list: string,
  cursor: string,
): { readonly at: number; readonly id: string } {
  const { value, id } = readCursor(list, cursor)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { at: value, id }
  throw invalidCursor(ofPages)
}

const ofPages =
  'This is no cursor of this list. Pass the `next` of the page before, with the same sort.'

function parse(cursor: string, wrong: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(cursor))
    return Array.isArray(parts) ? parts : []
  } catch (cause) {
    throw invalidCursor(wrong, cause)
  }
}

function isCell(value: unknown): value is Cell {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** The error of a text that is no cursor. */
export function invalidCursor(message: string, cause?: unknown): LanggananError {
  return new LanggananError('CURSOR_INVALID', message, { field: 'after', cause })
}
