import { isLocalDate } from '../../../time/local-date.ts'
import { back, forward, isStep, type Step } from '../../../time/step.ts'
import { localDate, startOfLocalDay } from '../../../time/zone.ts'
import { leavesThroughSegments } from '../../leaves.ts'
import type { Predicate } from '../../predicate.ts'
import type { AlgebraContext } from '../context.ts'

const mostInstants = 6
const day = 86_400_000
const latest = Date.UTC(9000, 0)

/**
 * Instants from now on at which somebody might match: now, and those about the dates that a predicate
 * names, as far ahead as its steps reach.
 */
export function instantsToTry(predicate: Predicate, context: AlgebraContext): readonly number[] {
  const { now, timeZone } = context
  const values = leavesThroughSegments(predicate, context.segments).flatMap(valuesIn)
  const steps = values.filter((value) => isStep(value))
  const dates = new Set(values.flatMap((value) => instantsOf(value, timeZone)))
  const few = [...dates].filter(Number.isFinite).slice(0, 20)
  const around = few.flatMap((date) => [
    date,
    date + day / 2,
    date + day,
    date + 2 * day,
    date - day / 2,
    ...steps
      .slice(0, 4)
      .flatMap((step) => [forward(date, step, timeZone) + day, back(date, step, timeZone) + day]),
  ])
  const ahead = [...new Set(around)].filter((at) => at > now && at < latest)
  // Where months are meant beside days, the shortest month may be what it takes.
  const year = Number(localDate(now, timeZone).slice(0, 4)) + 1
  const march = steps.some(isOfMonths) ? [startOfLocalDay(`${year}-03-01`, timeZone) + day / 2] : []
  return [now, ...ahead.sort((a, b) => a - b).slice(0, mostInstants), ...march]
}

function isOfMonths(step: Step): boolean {
  return step.months !== undefined || step.quarters !== undefined || step.years !== undefined
}

/** Everything in a leaf that is a step or a text, however deep. */
function valuesIn(part: unknown): readonly unknown[] {
  if (typeof part !== 'object' || part === null || isStep(part)) return [part]
  return Object.values(part).flatMap(valuesIn)
}

function instantsOf(value: unknown, timeZone: string): readonly number[] {
  if (typeof value !== 'string') return []
  if (isLocalDate(value)) return [startOfLocalDay(value, timeZone)]
  return /^\d{4}-\d\d-\d\dT/.test(value) ? [Date.parse(value)] : []
}
