import { LanggananError } from '../error/langganan-error.ts'
import { shiftMonths } from './shift-months.ts'

/** The units that a step can be counted in. */
export type StepUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'quarters' | 'years'

/** A length of time in one unit, a positive integer: `{ days: 7 }` or `{ months: 3 }`. */
export type Step = {
  [Unit in StepUnit]: { readonly [U in Unit]: number } & {
    readonly [U in Exclude<StepUnit, Unit>]?: never
  }
}[StepUnit]

/** The longest step, in years. */
const LONGEST_STEP_YEARS = 1000

const milliseconds = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
} as const
const months = { months: 1, quarters: 3, years: 12 } as const
const longestExact = LONGEST_STEP_YEARS * 365 * milliseconds.days

/** Whether a value is a step: an object with one unit, a positive integer, and at most 1,000 years. */
export function isStep(value: unknown): value is Step {
  return lengthOf(value) !== undefined
}

/**
 * The instant a step before `now`: the cut-off of `in last N` and `> N ago`.
 *
 * Minutes, hours, days and weeks are exact. Months, quarters and years are calendar steps in the
 * zone, to the last day of a month that is too short, and to the next local time that exists.
 * The cut-off never moves back as `now` advances: it is the latest instant that the same step
 * reaches from any t ≤ now. So on 29 March a month ago is 28 February 23:59:59.999.
 *
 * @param now epoch milliseconds of the years 1970 to 9999.
 * @throws LanggananError `INVALID_INPUT` if the step is none; `TIME_ZONE_UNKNOWN`.
 */
export function back(now: number, step: Step, zone: string): number {
  return shift(now, step, zone, -1)
}

/**
 * The instant a step after `now`: the far bound of `in next N`, now < t ≤ bound.
 *
 * Like {@link back}, and monotone in the same way: it is the latest instant that the same step
 * reaches from any t ≤ now, so from 29 January a month ahead is 28 February 23:59:59.999.
 *
 * @param now epoch milliseconds of the years 1970 to 9999.
 * @throws LanggananError `INVALID_INPUT` if the step is none; `TIME_ZONE_UNKNOWN`.
 */
export function forward(now: number, step: Step, zone: string): number {
  return shift(now, step, zone, 1)
}

function shift(now: number, step: Step, zone: string, direction: 1 | -1): number {
  const length = lengthOf(step)
  if (length === undefined) {
    throw new LanggananError('INVALID_INPUT', 'A step is one unit with a positive integer.')
  }
  return length.kind === 'exact'
    ? now + direction * length.milliseconds
    : shiftMonths(now, direction * length.months, zone)
}

type Length =
  | { readonly kind: 'exact'; readonly milliseconds: number }
  | { readonly kind: 'calendar'; readonly months: number }

function lengthOf(step: unknown): Length | undefined {
  if (typeof step !== 'object' || step === null) return undefined
  const entries = Object.entries(step)
  const [unit, count] = entries[0] ?? []
  if (entries.length !== 1 || unit === undefined) return undefined
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined
  if (isKeyOf(milliseconds, unit)) {
    const length = count * milliseconds[unit]
    return length <= longestExact ? { kind: 'exact', milliseconds: length } : undefined
  }
  if (isKeyOf(months, unit)) {
    const length = count * months[unit]
    return length <= LONGEST_STEP_YEARS * 12 ? { kind: 'calendar', months: length } : undefined
  }
  return undefined
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key)
}
