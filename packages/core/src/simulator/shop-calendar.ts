import { addDays, daysBetween } from '../domain/time/local-date.ts'
import { localDate, startOfLocalDay } from '../domain/time/zone.ts'
import { isRamadan, type Season, seasonOf } from './seasons.ts'

/** The local days of a simulation, numbered from 0, with how busy the shop is on each. */
export interface ShopCalendar {
  readonly days: number
  dayOf(instant: number): number
  /** The instant of a second of a day. */
  instantOf(day: number, second: number): number
  /** `YYYY-MM-DD`, also of days behind the end. */
  dateOf(day: number): string
  /** Orders that a day draws, next to an ordinary day's 1. */
  pull(day: number): number
  isRamadan(day: number): boolean
  season(day: number): Season | undefined
}

const dayLength = 86_400_000

/** @throws LanggananError `TIME_ZONE_UNKNOWN` */
export function shopCalendar(from: number, until: number, timeZone: string): ShopCalendar {
  const first = localDate(from, timeZone)
  const days = daysBetween(first, localDate(until, timeZone)) + 1
  const dates = Array.from({ length: days }, (_, day) => addDays(first, day))
  const starts = dates.map((date) => startOfLocalDay(date, timeZone))
  const startOf = (day: number) => starts[day] ?? from
  const pulls = dates.map(pullOf)
  const fasting = dates.map(isRamadan)
  const seasons = dates.map(seasonOf)
  return {
    days,
    dayOf(instant) {
      const guess = Math.floor((instant - startOf(0)) / dayLength)
      const day = Math.min(days - 1, Math.max(0, guess))
      // An hour more or less of daylight saving moves the guess by one day at most.
      if (instant < startOf(day)) return Math.max(0, day - 1)
      return day + 1 < days && instant >= startOf(day + 1) ? day + 1 : day
    },
    instantOf: (day, second) => startOf(day) + second * 1000,
    dateOf: (day) => dates[day] ?? addDays(first, day),
    pull: (day) => pulls[day] ?? 0,
    isRamadan: (day) => fasting[day] ?? false,
    season: (day) => seasons[day],
  }
}

const monday = 0
const byWeekday = [0.85, 0.9, 0.95, 1, 1.15, 1.3, 1.1]
/** Wages come around the 25th and are spent until the first days of the month. */
const payday = 1.35
const bySeason: Readonly<Record<Season, number>> = {
  ramadan: 0.95,
  lebaran: 1.9,
  mudik: 0.3,
  harbolnas: 1.8,
  natal: 1.35,
  imlek: 1.3,
  kemerdekaan: 1.2,
}

function pullOf(date: string): number {
  const weekday = (new Date(date).getUTCDay() + 6) % 7
  const dayOfMonth = Number(date.slice(8))
  const season = seasonOf(date)
  return (
    (byWeekday[weekday] ?? byWeekday[monday] ?? 1) *
    (dayOfMonth >= 25 || dayOfMonth <= 3 ? payday : 1) *
    (season === undefined ? 1 : bySeason[season])
  )
}
