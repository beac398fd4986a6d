import { addDays, isLocalDate } from '../../../time/local-date.ts'
import { localDate } from '../../../time/zone.ts'
import type { FieldPredicate } from '../../predicate.ts'
import { latestBirth } from '../../resolve/ages.ts'
import type { Moment } from '../../resolve/moment.ts'
import { numbersFor, textsFor } from './values.ts'

/** Dates of birth that a test of the date, the age or the birthday may turn on; none that lies ahead. */
export function datesFor(leaf: FieldPredicate, { now, timeZone }: Moment): readonly string[] {
  const today = localDate(now, timeZone)
  return datesAsked(leaf, today).filter((date) => isLocalDate(date) && date <= today)
}

function datesAsked(leaf: FieldPredicate, today: string): readonly string[] {
  if (leaf.is === 'missing') return [exampleBirth]
  if (leaf.field === 'birthday') return daysOfYear(today)
  if (leaf.field !== 'age') return textsFor(leaf)
  return numbersFor(leaf)
    .filter((age) => age >= 0 && age <= 150)
    .map((age) => latestBirth(age, today))
}

const exampleBirth = '1990-01-01'

/** Every day of a leap year, from today on. */
function daysOfYear(today: string): readonly string[] {
  const first = isLocalDate(`1988${today.slice(4)}`) ? `1988${today.slice(4)}` : '1988-02-28'
  return Array.from({ length: 366 }, (_, i) => {
    const date = addDays(first, i)
    return `1988${date.slice(4)}`
  })
}
