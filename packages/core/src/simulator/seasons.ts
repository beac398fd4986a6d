import { addDays } from '../domain/time/local-date.ts'

/**
 * When an Indonesian shop is busier or quieter than usual: the fasting month, the shopping before
 * Lebaran, the days when everybody is at the parents' home, online shopping days, Christmas, Chinese
 * New Year, Independence Day.
 */
export type Season =
  | 'ramadan'
  | 'lebaran'
  | 'mudik'
  | 'harbolnas'
  | 'natal'
  | 'imlek'
  | 'kemerdekaan'

/** Idul Fitri as announced or expected in Indonesia; Ramadan is the 30 days before. Other years have none. */
const idulFitri = [
  '2023-04-22',
  '2024-04-10',
  '2025-03-31',
  '2026-03-21',
  '2027-03-10',
  '2028-02-27',
]
const imlek = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26']

const fastingDays = 30
const shoppingDays = 16
const daysAway = 5

const dated: ReadonlyMap<string, Season> = new Map<string, Season>([
  ...idulFitri.flatMap((date) => [
    ...around(date, -fastingDays, -shoppingDays - 1, 'ramadan'),
    ...around(date, -shoppingDays, -2, 'lebaran'),
    ...around(date, -1, daysAway, 'mudik'),
  ]),
  ...imlek.flatMap((date) => around(date, -10, -1, 'imlek')),
])

const fasting: ReadonlySet<string> = new Set(
  idulFitri.flatMap((date) => around(date, -fastingDays, -1, 'ramadan').map(([day]) => day)),
)

const yearly: ReadonlyMap<string, Season> = new Map<string, Season>([
  ['09-09', 'harbolnas'],
  ['10-10', 'harbolnas'],
  ['11-11', 'harbolnas'],
  ['12-12', 'harbolnas'],
  ['08-16', 'kemerdekaan'],
  ['08-17', 'kemerdekaan'],
  ...Array.from({ length: 10 }, (_, i): [string, Season] => [`12-${14 + i}`, 'natal']),
])

export function seasonOf(date: string): Season | undefined {
  return dated.get(date) ?? yearly.get(date.slice(5))
}

/** Whether people fast on this day, so that they drink coffee after sunset. */
export function isRamadan(date: string): boolean {
  return fasting.has(date)
}

function around(date: string, first: number, last: number, season: Season): [string, Season][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [addDays(date, first + i), season])
}
