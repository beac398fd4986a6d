import type { BuyerKind } from './buyer.ts'
import { type Chooser, chooser, type Random } from './random.ts'
import type { ShopCalendar } from './shop-calendar.ts'
import { nextFeastDay, timeOn } from './visit-times.ts'

/** How a customer came into the database. */
export type ArrivalKind = 'inbound' | 'checkout' | 'manual' | 'form' | 'import'

export interface Arrival {
  readonly kind: ArrivalKind
  readonly at: number
}

const arrivalKind: Chooser<ArrivalKind> = chooser<ArrivalKind>([
  ['inbound', 44],
  ['checkout', 27],
  ['manual', 12],
  ['form', 9],
  ['import', 8],
])

/** When new customers come: the cumulated pull of all days, more of it towards the end of a growing shop. */
export type ArrivalDays = (random: Random) => number

export function arrivalDays(calendar: ShopCalendar): ArrivalDays {
  const bounds = new Float64Array(calendar.days)
  let sum = 0
  for (let day = 0; day < calendar.days; day++) {
    sum += calendar.pull(day) * (0.7 + (0.6 * day) / calendar.days)
    bounds[day] = sum
  }
  return (random) => firstAbove(bounds, random.fraction() * sum)
}

/** The first contact of a customer, inside the simulation's time. */
export function arrivalOf(buyer: BuyerKind, during: Span, random: Random): Arrival {
  const kind = buyer === 'talker' ? 'inbound' : arrivalKind(random)
  const { from, until, calendar } = during
  const at = timeOn(arrivalDay(kind, buyer, during, random), calendar, random)
  if (at >= from && at < until) return { kind, at }
  // The first and the last day need not be whole ones.
  return { kind, at: from + Math.floor((random.fraction() * (until - from)) / 1000) * 1000 }
}

/** From when until when customers come, and when more of them. */
export interface Span {
  readonly from: number
  readonly until: number
  readonly calendar: ShopCalendar
  readonly arrivals: ArrivalDays
}

function arrivalDay(
  kind: ArrivalKind,
  buyer: BuyerKind,
  { calendar, arrivals }: Span,
  random: Random,
): number {
  // The old list is typed in or imported in the shop's first week.
  if (kind === 'import') return Math.min(calendar.days - 1, random.below(7))
  const day = arrivals(random)
  switch (buyer) {
    case 'seasonal':
      return nextFeastDay(day, calendar, random) ?? day
    case 'loyal':
    case 'slipping':
    case 'wholesale':
      // Those who stay for long came early more often than late.
      return Math.min(day, arrivals(random))
    default:
      return day
  }
}

function firstAbove(bounds: Float64Array, value: number): number {
  let low = 0
  let high = bounds.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
