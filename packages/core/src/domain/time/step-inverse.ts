import { back, forward, type Step } from './step.ts'

const widestDoubt = 6 * 86_400_000 // short months, clocks and a skipped day, with room

/**
 * The first `now` whose cut-off {@link back} has come to an instant: from then on something that
 * happened at the instant is no longer `in last N`, and is `> N ago`.
 *
 * @throws LanggananError `INVALID_INPUT` if the step is none; `TIME_ZONE_UNKNOWN`.
 */
export function whenBackReaches(instant: number, step: Step, zone: string): number {
  return firstReaching(instant, (now) => back(now, step, zone), forward(instant, step, zone))
}

/**
 * The first `now` whose bound {@link forward} has come to an instant: from then on something due at
 * the instant is `in next N`, until it is past.
 *
 * @throws LanggananError `INVALID_INPUT` if the step is none; `TIME_ZONE_UNKNOWN`.
 */
export function whenForwardReaches(instant: number, step: Step, zone: string): number {
  return firstReaching(instant, (now) => forward(now, step, zone), back(instant, step, zone))
}

/** The first argument near `guess` at which a monotone bound is at least the instant. */
function firstReaching(instant: number, bound: (now: number) => number, guess: number): number {
  if (bound(guess) === instant && bound(guess - 1) < instant) return guess
  let low = guess - widestDoubt
  let high = guess + widestDoubt
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (bound(middle) >= instant) high = middle
    else low = middle
  }
  return high
}
