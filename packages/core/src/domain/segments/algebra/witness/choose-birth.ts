import { addDays, isLocalDate } from '../../../time/local-date.ts'
import { localDate } from '../../../time/zone.ts'
import { birthdayKey } from '../../../value/facts.ts'
import { mayBe, mayBeMissing, triesFor, type Wanted } from './wanted.ts'

const day = 86_400_000
const birth = 'customers birthDate'
const key = 'facts birthdayKey'
const firstDay = Date.parse('1900-01-01') / day

/** A date of birth, not after today; null for none, undefined where none was found. */
export function chooseBirth(wanted: Wanted): string | null | undefined {
  if (mayBeMissing(wanted, birth) && mayBeMissing(wanted, key)) return null
  const today = localDate(wanted.at, wanted.context.timeZone)
  const last = Date.parse(today) / day
  const usual = Date.parse('1992-05-17') / day
  const tries = triesFor(wanted, birth, { least: firstDay, most: last, preferred: [usual] })
  const dates = tries.map((days) => new Date(days * day).toISOString().slice(0, 10))
  return [...dates, ...dates.flatMap(daysOfYearAround)].find(
    (date) =>
      date <= today &&
      mayBe(wanted, birth, Date.parse(date) / day) &&
      mayBe(wanted, key, birthdayKey(date)),
  )
}

/** The days of the year that follows a date, of the one before it, and a leap day near it. */
function daysOfYearAround(date: string): readonly string[] {
  const around = Array.from({ length: 732 }, (_, i) => addDays(date, i - 366))
  const year = Number(date.slice(0, 4))
  const leapDays = [0, 1, 2, 3].map((back) => `${year - back}-02-29`).filter(isLocalDate)
  return [...around, ...leapDays]
}
