import type { Cell } from '../../domain/change/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { Member } from '../../ports/storage/storage.ts'

/** Opaque text that says where a page ended, and of which list. */
export function writeCursor(list: string, { id, value }: Member): string {
  return encodeURIComponent(JSON.stringify([list, value, id]))
}

/** @throws LanggananError `CURSOR_INVALID` for a text that is none, or one of another list. */
export function readCursor(list: string, cursor: string): Member {
  const parts = parse(cursor)
  const [of, value, id] = parts
  if (parts.length !== 3 || of !== list || typeof id !== 'string' || !isCell(value))
    throw invalidCursor()
  return { id, value }
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(cursor))
    return Array.isArray(parts) ? parts : []
  } catch (cause) {
    throw invalidCursor(cause)
  }
}

function isCell(value: unknown): value is Cell {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** The error of a text that is no cursor of a list. */
export function invalidCursor(cause?: unknown): LanggananError {
  return new LanggananError(
    'CURSOR_INVALID',
    'This is no cursor of this list. Pass the `next` of the page before, with the same sort.',
    { field: 'after', cause },
  )
}
