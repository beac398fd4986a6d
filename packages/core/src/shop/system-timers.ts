import { LanggananError } from '../domain/error/langganan-error.ts'

/** Timers of the platform. */
export interface Timers {
  setTimeout(call: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
}

/** Node, Deno, Bun and browsers all have them. */
export function systemTimers(): Timers {
  const platform: unknown = globalThis
  if (hasTimers(platform)) return platform
  throw new LanggananError(
    'INVALID_INPUT',
    'This platform has no setTimeout. Call shop.tick() from its own scheduler.',
    { field: 'every' },
  )
}

function hasTimers(value: unknown): value is Timers {
  return (
    typeof value === 'object' && value !== null && 'setTimeout' in value && 'clearTimeout' in value
  )
}
