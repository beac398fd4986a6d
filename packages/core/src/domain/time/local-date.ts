import { LanggananError } from '../error/langganan-error.ts'

const dayLength = 86_400_000
const firstDate = -62_135_596_800_000 // 0001-01-01
const lastDate = 253_402_214_400_000 // 9999-12-31

/** Whether the text is a calendar date `YYYY-MM-DD` that exists, from 0001-01-01 to 9999-12-31. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * The date that many days later, or earlier if the number is negative.
 *
 * @throws LanggananError `INVALID_INPUT` if the result lies outside the years 0001–9999, or the text
 * is no date.
 */
export function addDays(date: string, days: number): string {
  return dateOfWallTime(midnightOf(date) + days * dayLength)
}

/** The number of days from one date to another, negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (midnightOf(to) - midnightOf(from)) / dayLength
}

/**
 * The age in whole years on a date, negative before the birth.
 *
 * Someone born on 29 February turns a year older on 28 February of other years.
 */
export function ageOn(birth: string, on: string): number {
  checkDate(birth)
  checkDate(on)
  const years = partsOf(on).year - partsOf(birth).year
  return on < anniversaryIn(partsOf(on).year, birth) ? years - 1 : years
}

/**
 * The first anniversary of a date that is not before another date, or undefined after the year 9999.
 *
 * An anniversary is at least one year after the date itself; that of 29 February falls on
 * 28 February in other years.
 */
export function nextAnniversary(date: string, onOrAfter: string): string | undefined {
  checkDate(date)
  checkDate(onOrAfter)
  const earliest = Math.max(partsOf(date).year + 1, partsOf(onOrAfter).year)
  const candidate = anniversaryIn(earliest, date)
  const year = candidate < onOrAfter ? earliest + 1 : earliest
  return year > 9999 ? undefined : anniversaryIn(year, date)
}

/**
 * The wall time of a date's midnight, in milliseconds as if it were UTC.
 *
 * @throws LanggananError `INVALID_INPUT` if the text is no date.
 */
export function midnightOf(date: string): number {
  checkDate(date)
  return Date.parse(date) // by the language's definition a date alone is read as UTC
}

/**
 * The date of a wall time.
 *
 * @throws LanggananError `INVALID_INPUT` outside the years 0001–9999.
 */
export function dateOfWallTime(wall: number): string {
  if (!(wall >= firstDate && wall < lastDate + dayLength)) {
    throw new LanggananError('INVALID_INPUT', 'The date lies outside the years 0001 to 9999.')
  }
  return new Date(wall).toISOString().slice(0, 10)
}

function checkDate(text: string): void {
  if (isLocalDate(text)) return
  throw new LanggananError('INVALID_INPUT', 'A date is written YYYY-MM-DD and must exist.')
}

function anniversaryIn(year: number, date: string): string {
  const { month, day } = partsOf(date)
  const observed = Math.min(day, daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}${date.slice(4, 8)}${String(observed).padStart(2, '0')}`
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
