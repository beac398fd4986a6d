import type { ErrorCode } from '../domain/error/codes.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'

/** A thing that this shop does not have. The reference is not repeated: it may be a person's name. */
export function notFound(code: ErrorCode, what: string, field: string): LanggananError {
  return new LanggananError(code, `This shop has no such ${what}. Check the id or the name.`, {
    field,
  })
}
