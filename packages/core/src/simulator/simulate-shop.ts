import { LanggananError } from '../domain/error/langganan-error.ts'
import { isTimeZone } from '../domain/time/time-zone.ts'
import { arrivalOf } from './arrival.ts'
import { buyerOf } from './buyer.ts'
import { PendingEvents } from './pending-events.ts'
import { type Person, personOf } from './person.ts'
import { mostCustomers } from './phone-numbers.ts'
import type { SimulatedEvent } from './simulated-event.ts'
import { eventsOf } from './visit.ts'
import { VisitQueue } from './visit-queue.ts'
import { nextVisitDay, timeOn } from './visit-times.ts'
import { type SimulationOptions, type World, worldOf } from './world.ts'

/**
 * Everything that happens in a made-up Indonesian coffee shop, in order of time, one after another
 * as it is asked for: a million customers need some tens of megabytes. Prices are rupiah.
 *
 * All names, numbers and addresses are invented; a phone number may by chance belong to somebody, so
 * never write to one.
 *
 * @throws LanggananError `INVALID_INPUT`, `TIME_ZONE_UNKNOWN`
 */
export function simulateShop(
  options: SimulationOptions,
): Generator<SimulatedEvent, void, undefined> {
  checkOptions(options)
  return happenings(worldOf(options), options.customers)
}

function* happenings(world: World, customers: number): Generator<SimulatedEvent, void, undefined> {
  const queue = new VisitQueue(firstVisits(world, customers))
  const pending = new PendingEvents()
  for (;;) {
    const next = queue.next()
    const until = next?.at ?? Infinity
    // All that a visit brings lies at or after its start, so what is due before it can go.
    while (pending.soonest < until) {
      const event = pending.take()
      if (event !== undefined) yield event
    }
    if (next === undefined) return
    const person = personOf(world, next.customer)
    for (const event of eventsOf(world, person, next.visit, next.at)) {
      if (event.at.getTime() < world.until) pending.add(event)
    }
    queue.comesAgain(nextVisit(world, person, next.visit, next.at))
  }
}

/** The instant of every customer's first visit. */
function firstVisits(world: World, customers: number): Float64Array {
  return Float64Array.from({ length: customers }, (_, customer) => {
    const { kind } = buyerOf(world.streams, customer)
    return arrivalOf(kind, world, world.streams.of('arrival', customer)).at
  })
}

function nextVisit(
  { streams, calendar, until }: World,
  { customer, buyer }: Person,
  visit: number,
  at: number,
): number | undefined {
  const random = streams.of('gap', customer, visit)
  const day = nextVisitDay(buyer, visit, calendar.dayOf(at), calendar, random)
  if (day === undefined || day >= calendar.days) return undefined
  const next = timeOn(day, calendar, random)
  return next < until ? next : undefined
}

function checkOptions({ customers, from, until, timeZone }: SimulationOptions): void {
  if (!Number.isInteger(customers) || customers < 1 || customers > mostCustomers) {
    throw invalid('customers', `Expected a whole number from 1 to ${mostCustomers}.`)
  }
  for (const [field, date] of Object.entries({ from, until })) {
    if (!(date instanceof Date) || Number.isNaN(date.getTime()))
      throw invalid(field, 'Expected a Date.')
  }
  if (!(from.getTime() < until.getTime())) throw invalid('until', 'Expected a date after from.')
  if (timeZone === undefined || isTimeZone(timeZone)) return
  throw new LanggananError(
    'TIME_ZONE_UNKNOWN',
    'This is no IANA time zone. Expected one such as Asia/Jakarta.',
    {
      field: 'timeZone',
    },
  )
}

function invalid(field: string, message: string): LanggananError {
  return new LanggananError('INVALID_INPUT', message, { field })
}
