import { wallTime } from '../../time/wall-time.ts'
import type { Named } from '../catalogue.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import type { FieldType } from '../fields/field-types.ts'
import type { Period, Scalar } from '../predicate.ts'
import type { Describing } from './describing.ts'
import type { Language } from './language.ts'
import { quotedText } from './quoted-text.ts'

/** The name of what an id means, or the id. */
export function nameOf(id: string, among: readonly Named[]): string {
  return quotedText(among.find((each) => each.id === id)?.name ?? id)
}

/** The type that a field's values are told as: the choices of an attribute are the shop's own texts. */
export function toldType(type: FieldType, field: string): FieldType {
  return type === 'choice' && isAttributeFieldName(field) ? 'text' : type
}

/** A value of a field as people read it. */
export function valueText(
  value: Scalar,
  type: FieldType,
  { catalogue, language }: Describing,
): string {
  if (typeof value === 'object') return language.amount(value.minor, value.currency)
  if (typeof value === 'boolean') return language.word(String(value))
  if (typeof value === 'number')
    return type === 'money' || type === 'average'
      ? language.amount(value, catalogue.currency)
      : language.number(value)
  switch (type) {
    case 'choice':
      return language.word(value)
    case 'localDate':
      return dateText(value, language)
    case 'reference':
      return nameOf(value, catalogue.categories)
    default:
      return quotedText(value)
  }
}

/** A local date `YYYY-MM-DD` as people read it. */
export function dateText(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return language.date(year, month, day)
}

/** An instant by the shop's calendar and clock, exactly: to the millisecond where it is not a full minute. */
export function instantText(instant: number, timeZone: string, language: Language): string {
  const wall = new Date(wallTime(instant, timeZone)).toISOString()
  const clock = wall.slice(11, 23).replace(/:00\.000$|\.000$/, '')
  return `${dateText(wall.slice(0, 10), language)} ${clock}`
}

/** The minute that an instant lies in, by the shop's calendar and clock. */
export function minuteText(instant: number, timeZone: string, language: Language): string {
  const wall = new Date(wallTime(instant, timeZone)).toISOString()
  return `${dateText(wall.slice(0, 10), language)} ${wall.slice(11, 16)}`
}

export function periodText(period: Period, language: Language): string {
  const words = language.period
  const date = (each: string): string => dateText(each, language)
  if ('last' in period)
    return typeof period.last === 'string'
      ? words.calendar('last', period.last)
      : words.last(period.last)
  if ('next' in period)
    return typeof period.next === 'string'
      ? words.calendar('next', period.next)
      : words.next(period.next)
  if ('this' in period) return words.calendar('this', period.this)
  if ('on' in period) return words.dated('on', date(period.on))
  if ('before' in period) return words.dated('before', date(period.before))
  if ('after' in period) return words.dated('after', date(period.after))
  if ('since' in period) return words.dated('since', date(period.since))
  if ('until' in period) return words.dated('until', date(period.until))
  return words.between(date(period.between[0]), date(period.between[1]))
}
