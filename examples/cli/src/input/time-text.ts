import type { LocalClock } from './local-clock.ts'

/** Reads the text of a time, or gives undefined if it is none or does not exist. */
export type TimeReader = (text: string) => number | undefined

interface Wall {
  readonly date: readonly [year: string, month: string, day: string]
  readonly time: readonly (string | undefined)[]
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,3})\d*)?)?(?: ?(Z|[+-]\d\d:?\d\d))?)?$/

/** ISO 8601: a date, a local date and time, or one with `Z` or an offset. A date alone is its midnight. */
export function isoTime(clock: LocalClock): TimeReader {
  return (text) => {
    const match = iso.exec(withColons(text))
    if (match === null) return undefined
    const [, year = '', month = '', day = '', ...time] = match
    const wall = wallOf({ date: [year, month, day], time })
    const zone = time[4]
    if (wall === undefined) return undefined
    if (zone === undefined) return instantOf(clock, wall, time)
    const offset = offsetOf(zone)
    return offset === undefined ? undefined : wall - offset
  }
}

/** Orders of day, month and year that spreadsheets write; a time may follow. */
export const dateFormats = [
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'YYYY/MM/DD',
] as const

export type DateFormat = (typeof dateFormats)[number]

const numbersOnly = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?$/

/**
 * A date in that order, `1/12/2010` or `01-12-2010 08:26`, in the zone of the clock. What separates its
 * parts says nothing about their order, so `/`, `-` and `.` are alike.
 */
export function timeInFormat(format: DateFormat, clock: LocalClock): TimeReader {
  const order = format.split(/[-./]/)
  return (text) => {
    const [, a = '', , b = '', c = '', ...time] = numbersOnly.exec(withColons(text)) ?? []
    const [year = '', month = '', day = ''] = ['YYYY', 'MM', 'DD'].map(
      (part) => [a, b, c][order.indexOf(part)],
    )
    const wall = year.length === 4 ? wallOf({ date: [year, month, day], time }) : undefined
    return wall === undefined ? undefined : instantOf(clock, wall, time)
  }
}

/** A time of day is also written `14.30`. */
function withColons(text: string): string {
  return text.replace(/ \d{1,2}\.\d\d(?:\.\d\d)?$/, (time) => time.replaceAll('.', ':'))
}

/** Whether this is a date whose year has two digits, so that its century is anybody's guess. */
export function isShortYear(text: string): boolean {
  return /^\d{1,2}([-./])\d{1,2}\1\d{2}(?!\d)/.test(text)
}

/** A date without a time is its first instant, also where the clocks skip midnight. */
function instantOf(clock: LocalClock, wall: number, [hour]: Wall['time']): number | undefined {
  return hour === undefined ? clock.startOfDay(wall) : clock.instantAt(wall)
}

/** The wall time, or undefined for a day or an hour that no calendar and no clock has. */
function wallOf({ date, time }: Wall): number | undefined {
  const [year = 0, month = 0, day = 0] = date.map(Number)
  const [hour = 0, minute = 0, second = 0] = time.slice(0, 3).map((part) => Number(part ?? 0))
  const fraction = Number((time[3] ?? '').padEnd(3, '0'))
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second, fraction))
  const exists =
    wall.getUTCFullYear() === year && wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day
  return exists ? wall.getTime() : undefined
}

function offsetOf(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59 || total > 18 * 60) return undefined
  return (sign === '-' ? -total : total) * 60_000
}

/** The same reader, quicker where the same text comes many times on end. */
export function rememberingLast(read: TimeReader): TimeReader {
  let last: { readonly text: string; readonly at: number | undefined } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, at: read(text) }
    return last.at
  }
}
