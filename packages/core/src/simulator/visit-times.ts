import type { Buyer } from './buyer.ts'
import { type Chooser, chooser, type Random } from './random.ts'
import type { ShopCalendar } from './shop-calendar.ts'

const hour = 3_600

/** Hours of the day by how many people order in them. */
const usualHour: Chooser<number> = chooser([
  [6, 2],
  [7, 8],
  [8, 10],
  [9, 8],
  [10, 7],
  [11, 6],
  [12, 9],
  [13, 7],
  [14, 5],
  [15, 6],
  [16, 8],
  [17, 8],
  [18, 7],
  [19, 9],
  [20, 8],
  [21, 5],
  [22, 2],
])

const fastingHour: Chooser<number> = chooser([
  [3, 2],
  [4, 1],
  [9, 2],
  [10, 2],
  [12, 2],
  [14, 3],
  [15, 6],
  [16, 10],
  [17, 9],
  [18, 6],
  [19, 4],
  [20, 11],
  [21, 10],
  [22, 5],
])

/** An instant on a day, to the second, at an hour that people order at. */
export function timeOn(day: number, calendar: ShopCalendar, random: Random): number {
  const drawn = (calendar.isRamadan(day) ? fastingHour : usualHour)(random)
  return calendar.instantOf(day, drawn * hour + random.below(hour))
}

/**
 * A day near another: the nearer and the busier, the likelier. So rhythms stay a customer's own and
 * still bend to weekends, paydays and feasts.
 *
 * @param slack days that it may lie before or after
 * @param earliest no day before this one
 */
function dayNear(
  target: number,
  slack: number,
  earliest: number,
  calendar: ShopCalendar,
  random: Random,
): number {
  const first = Math.max(earliest, target - slack)
  const last = Math.max(first, target + slack)
  const weight = (day: number) =>
    (slack + 1 - Math.min(slack, Math.abs(day - target))) * (calendar.pull(day) || 1)
  let sum = 0
  for (let day = first; day <= last; day++) sum += weight(day)
  let at = random.fraction() * sum
  for (let day = first; day < last; day++) {
    at -= weight(day)
    if (at < 0) return day
  }
  return last
}

/** The day of the next visit, at least a day later; undefined for the last. */
export function nextVisitDay(
  buyer: Buyer,
  visit: number,
  day: number,
  calendar: ShopCalendar,
  random: Random,
): number | undefined {
  if (visit + 1 >= buyer.visits) return undefined
  if (buyer.kind === 'seasonal') return nextFeastDay(day + random.between(3, 20), calendar, random)
  const gap = gapAfter(buyer, visit, random)
  const slack = Math.min(6, Math.round(gap * 0.18))
  return dayNear(day + Math.max(1, Math.round(gap)), slack, day + 1, calendar, random)
}

function gapAfter(buyer: Buyer, visit: number, random: Random): number {
  const { kind, gap, steadyVisits, stretch } = buyer
  const irregular = kind === 'repeat' || kind === 'talker' ? 0.75 : 0.08
  const stretched = Math.max(0, visit + 1 - steadyVisits)
  return gap * stretch ** stretched * (1 + irregular * random.bell())
}

/** A day before the next feast; undefined where the calendar holds none any more. */
export function nextFeastDay(
  after: number,
  calendar: ShopCalendar,
  random: Random,
): number | undefined {
  for (let day = after; day < calendar.days; day++) {
    const season = calendar.season(day)
    if (season === 'lebaran' || season === 'natal' || season === 'imlek') {
      return Math.min(calendar.days - 1, day + random.below(6))
    }
  }
  return undefined
}
