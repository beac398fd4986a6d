/** Timers, of the platform or of a test's own time. */
export interface Timers {
  setTimeout(call: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
}

/** The platform's. */
export function systemTimers(): Timers {
  const platform: unknown = globalThis
  if (hasTimers(platform)) return platform
  throw new TypeError('This platform has no setTimeout. Give whatsappChannel timers.')
}

function hasTimers(value: unknown): value is Timers {
  return (
    typeof value === 'object' && value !== null && 'setTimeout' in value && 'clearTimeout' in value
  )
}
