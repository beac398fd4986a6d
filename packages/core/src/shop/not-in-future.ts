import { LanggananError } from '../domain/error/langganan-error.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Refuses the time of something that has not happened yet; only due and expiry dates may lie ahead. */
export function notInFuture(at: number | null, { stamp }: UnitOfWork, field: string): void {
  if (at === null || at <= stamp.now) return
  throw new LanggananError(
    'TIME_IN_FUTURE',
    `${field} lies after the clock. Give the time at which it happened.`,
    { field },
  )
}
