import { dayOfWeek, localMinuteOfDay } from '../time/zone.ts'
import type { InteractionRow } from './rows.ts'

/** The weekday and the hour of an instant in a zone. */
export function localTimeOf(
  at: number,
  timeZone: string,
): Pick<InteractionRow, 'weekday' | 'hour'> {
  return {
    weekday: dayOfWeek(at, timeZone),
    hour: Math.floor(localMinuteOfDay(at, timeZone) / 60),
  }
}
