import type { ErrorCode } from '../../../../domain/error/codes.ts'
import type { Ids } from '../../world/population.ts'

/** Input whose every field is well formed, and which cannot be all the same. */
export interface Senseless {
  readonly what: string
  readonly method: string
  args(ids: Ids, now: number): readonly unknown[]
  readonly code: ErrorCode
  readonly field?: string
}
