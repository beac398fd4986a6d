import { arrivalDays, type Span } from './arrival.ts'
import { type NumberPlan, numberPlan } from './phone-numbers.ts'
import { shopCalendar } from './shop-calendar.ts'
import { type Streams, streamsOf } from './streams.ts'

/** What a simulated shop is made from. */
export interface SimulationOptions {
  /** Everything follows from it: the same seed makes the same shop. */
  readonly seed: string | number
  /** How many customers, up to 50 million. Customer 17 is the same in a shop of any size. */
  readonly customers: number
  /** The simulation's first instant. */
  readonly from: Date
  /** Nothing happens at or after it. */
  readonly until: Date
  /** IANA zone of the shop's days and hours; `Asia/Jakarta` where nothing is said. */
  readonly timeZone?: string
}

/** What every part of a simulation reads. */
export interface World extends Span {
  readonly streams: Streams
  readonly mobileOf: NumberPlan
}

export function worldOf({
  seed,
  from,
  until,
  timeZone = 'Asia/Jakarta',
}: SimulationOptions): World {
  const calendar = shopCalendar(from.getTime(), until.getTime(), timeZone)
  const streams = streamsOf(seed)
  return {
    from: from.getTime(),
    until: until.getTime(),
    streams,
    mobileOf: numberPlan(streams),
    calendar,
    arrivals: arrivalDays(calendar),
  }
}
