import { z } from 'zod'
import { checked } from '../input/checked.ts'
import { printError } from '../print-error.ts'
import { systemTimers } from '../system-timers.ts'

/** A length of time in one unit: at least a second, at most a day. */
export type Pause =
  | { readonly seconds: number }
  | { readonly minutes: number }
  | { readonly hours: number }

export interface TickingOptions {
  /** From the end of one tick to the next. */
  readonly every: Pause
  /** Gets the error of a tick that failed; the next one comes all the same. Without it, `console.error` does. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Ticks that run by themselves. */
export interface Ticking {
  /** Ends it, and waits for a tick that is under way. */
  stop(): Promise<void>
}

const lengths = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 } as const

function count(milliseconds: number): z.ZodType<number> {
  return z
    .number('Expected a number')
    .min(1_000 / milliseconds, 'Expected a second at least')
    .max(86_400_000 / milliseconds, 'Expected 24 hours at most')
}

const tickingOptions: z.ZodType<TickingOptions> = z.strictObject({
  every: z.union(
    [
      z.strictObject({ seconds: count(lengths.seconds) }),
      z.strictObject({ minutes: count(lengths.minutes) }),
      z.strictObject({ hours: count(lengths.hours) }),
    ],
    'Expected a length such as { minutes: 5 }, of a second to 24 hours',
  ),
  onError: z
    .custom<(error: unknown) => void>((value) => typeof value === 'function', 'Expected a function')
    .optional(),
})

/** Ticks at once, and again a while after each tick has ended. */
export function startTicking(tick: () => Promise<unknown>, given: TickingOptions): Ticking {
  const { every, onError } = checked(tickingOptions, given)
  const { setTimeout, clearTimeout } = systemTimers()
  const pause = milliseconds(every)
  let isStopped = false
  let timer: unknown
  let underWay = once()

  async function once(): Promise<void> {
    try {
      await tick()
    } catch (error) {
      tellOf(error, onError)
    }
    if (!isStopped) timer = setTimeout(again, pause)
  }

  function again(): void {
    underWay = once()
  }

  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
      return underWay
    },
  }
}

function tellOf(error: unknown, onError: TickingOptions['onError']): void {
  const message = 'a tick failed, and the next one tries again.'
  if (onError === undefined) {
    printError(`${message} Give shop.start onError to take such errors.`, error)
    return
  }
  try {
    onError(error)
  } catch {
    printError(message, error)
  }
}

function milliseconds(every: Pause): number {
  if ('seconds' in every) return every.seconds * lengths.seconds
  return 'minutes' in every ? every.minutes * lengths.minutes : every.hours * lengths.hours
}
