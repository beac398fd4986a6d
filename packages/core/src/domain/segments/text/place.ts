import type { ErrorCode } from '../../error/codes.ts'
import { LanggananError } from '../../error/langganan-error.ts'

/** A place in a text, from 1 on, in characters. */
export interface Place {
  readonly line: number
  readonly column: number
}

export function placeIn(text: string, at: number): Place {
  const lines = text.slice(0, at).split(/\r\n|[\n\r]/)
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 }
}

/** The error of a text at a place in it, whose details hold the line and the column, from 1 on. */
export function errorIn(
  text: string,
  at: number,
  problem: string,
  code: ErrorCode = 'PREDICATE_INVALID',
): LanggananError {
  const { line, column } = placeIn(text, at)
  return new LanggananError(code, `Line ${line}, column ${column}: ${problem}`, {
    details: { line, column },
  })
}
