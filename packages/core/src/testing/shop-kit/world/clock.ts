/** A clock that stands still until it is told to go on. */
export interface KitClock {
  readonly now: () => number
  /** Goes on by so many milliseconds. */
  step(milliseconds: number): void
}

/** A Tuesday morning in Jakarta, a month after a month's end that is short. */
const startOfKit = Date.UTC(2026, 2, 10, 3)

export function kitClock(start: number = startOfKit): KitClock {
  let now = start
  return {
    now: () => now,
    step: (milliseconds) => {
      now += milliseconds
    },
  }
}
