import type { ErrorCode } from '../../error/codes.ts'
import { LanggananError } from '../../error/langganan-error.ts'

/** The error of a text at a place in it, whose details hold the line and the column, from 1 on. */
export function errorIn(
  text: string,
  at: number,
  problem: string,
  code: ErrorCode = 'PREDICATE_INVALID',
): LanggananError {
  const lines = text.slice(0, at).split(/\r\n|[\n\r]/)
  const line = lines.length
  const column = Array.from(lines.at(-1) ?? '').length + 1
  return new LanggananError(code, `Line ${line}, column ${column}: ${problem}`, {
    details: { line, column },
  })
}
